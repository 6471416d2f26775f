using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace UngPortal.Platform.Data.Migrations.Sqlite
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
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "CutNumber",
                table: "AuditHead",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "CutSeal",
                table: "AuditHead",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ActorSearchName",
                table: "AuditEntries",
                type: "TEXT",
                maxLength: 120,
                nullable: false,
                defaultValue: "");

            // The search form of names written before there was one.
            migrationBuilder.Sql("UPDATE AuditEntries SET ActorSearchName = replace(replace(replace(lower(trim(ActorName)), 'Æ', 'æ'), 'Ø', 'ø'), 'Å', 'å')");
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
