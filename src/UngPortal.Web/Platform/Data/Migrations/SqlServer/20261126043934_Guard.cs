using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace UngPortal.Platform.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Guard : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "CutMac",
                table: "AuditHead",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "CutNumber",
                table: "AuditHead",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "CutSeal",
                table: "AuditHead",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ActorSearchName",
                table: "AuditEntries",
                type: "nvarchar(120)",
                maxLength: 120,
                nullable: false,
                defaultValue: "");

            // The search form of names written before there was one.
            migrationBuilder.Sql("EXEC(N'UPDATE AuditEntries SET ActorSearchName = LOWER(TRIM(ActorName))')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "CutMac",
                table: "AuditHead");

            migrationBuilder.DropColumn(
                name: "CutNumber",
                table: "AuditHead");

            migrationBuilder.DropColumn(
                name: "CutSeal",
                table: "AuditHead");

            migrationBuilder.DropColumn(
                name: "ActorSearchName",
                table: "AuditEntries");
        }
    }
}
