using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace UngPortal.Platform.Data.Migrations.Sqlite
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
                type: "TEXT",
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
