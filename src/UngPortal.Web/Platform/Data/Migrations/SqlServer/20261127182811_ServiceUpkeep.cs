using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace UngPortal.Platform.Data.Migrations.SqlServer
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
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AssurerEmail",
                table: "Services",
                type: "nvarchar(254)",
                maxLength: 254,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "CriteriaCheckedOn",
                table: "Services",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CriteriaMet",
                table: "Services",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "CriteriaNote",
                table: "Services",
                type: "nvarchar(600)",
                maxLength: 600,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "EditedAt",
                table: "Services",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "LinkFault",
                table: "Services",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "LinksCheckedAt",
                table: "Services",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Silences",
                table: "Services",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "TakenIn",
                table: "Services",
                type: "date",
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "Hours",
                table: "ServiceChannels",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "nvarchar(400)",
                oldMaxLength: 400,
                oldNullable: true);

            // Those that were here before count from the day when this site began to count.
            migrationBuilder.Sql("UPDATE Services SET TakenIn = '2026-11-27'");

            migrationBuilder.CreateTable(
                name: "ServiceReports",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    FormKey = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ServiceId = table.Column<int>(type: "int", nullable: false),
                    Fault = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    SentAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    HandledAt = table.Column<DateTime>(type: "datetime2", nullable: true)
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

            migrationBuilder.AlterColumn<string>(
                name: "Hours",
                table: "ServiceChannels",
                type: "nvarchar(400)",
                maxLength: 400,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "nvarchar(1000)",
                oldMaxLength: 1000,
                oldNullable: true);
        }
    }
}
