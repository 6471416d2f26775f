using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace UngPortal.Platform.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class ServiceRunBy : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "RunBy",
                table: "Services",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "RunBy",
                table: "Services");
        }
    }
}
