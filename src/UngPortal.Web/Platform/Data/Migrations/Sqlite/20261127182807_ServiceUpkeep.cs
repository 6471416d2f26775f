using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace UngPortal.Platform.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ServiceUpkeep : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "AskedAt",
                table: "Services",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AssurerEmail",
                table: "Services",
                type: "TEXT",
                maxLength: 254,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "CriteriaCheckedOn",
                table: "Services",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CriteriaMet",
                table: "Services",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "CriteriaNote",
                table: "Services",
                type: "TEXT",
                maxLength: 600,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "EditedAt",
                table: "Services",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "LinkFault",
                table: "Services",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "LinksCheckedAt",
                table: "Services",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Silences",
                table: "Services",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "TakenIn",
                table: "Services",
                type: "TEXT",
                nullable: true);

            // Those that were here before count from the day when this site began to count.
            migrationBuilder.Sql("UPDATE Services SET TakenIn = '2026-11-27'");

            migrationBuilder.CreateTable(
                name: "ServiceReports",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FormKey = table.Column<Guid>(type: "TEXT", nullable: false),
                    ServiceId = table.Column<int>(type: "INTEGER", nullable: false),
                    Fault = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    HandledAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServiceReports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ServiceReports_Services_ServiceId",
                        column: x => x.ServiceId,
                        principalTable: "Services",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Services_Assured",
                table: "Services",
                column: "Assured");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Subject_Id",
                table: "AuditEntries",
                columns: new[] { "Subject", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ServiceReports_FormKey",
                table: "ServiceReports",
                column: "FormKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ServiceReports_SentAt",
                table: "ServiceReports",
                column: "SentAt");

            migrationBuilder.CreateIndex(
                name: "IX_ServiceReports_ServiceId",
                table: "ServiceReports",
                column: "ServiceId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ServiceReports");

            migrationBuilder.DropIndex(
                name: "IX_Services_Assured",
                table: "Services");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_Subject_Id",
                table: "AuditEntries");

            migrationBuilder.DropColumn(
                name: "AskedAt",
                table: "Services");

            migrationBuilder.DropColumn(
                name: "AssurerEmail",
                table: "Services");

            migrationBuilder.DropColumn(
                name: "CriteriaCheckedOn",
                table: "Services");

            migrationBuilder.DropColumn(
                name: "CriteriaMet",
                table: "Services");

            migrationBuilder.DropColumn(
                name: "CriteriaNote",
                table: "Services");

            migrationBuilder.DropColumn(
                name: "EditedAt",
                table: "Services");

            migrationBuilder.DropColumn(
                name: "LinkFault",
                table: "Services");

            migrationBuilder.DropColumn(
                name: "LinksCheckedAt",
                table: "Services");

            migrationBuilder.DropColumn(
                name: "Silences",
                table: "Services");

            migrationBuilder.DropColumn(
                name: "TakenIn",
                table: "Services");
        }
    }
}
