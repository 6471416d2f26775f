using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace UngPortal.Platform.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ServicesTold : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Languages",
                table: "Services",
                type: "TEXT",
                maxLength: 400,
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Told",
                table: "Services",
                type: "TEXT",
                maxLength: 600,
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<int>(
                name: "Tries",
                table: "ImportRuns",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "ServiceDays",
                columns: table => new
                {
                    ServiceId = table.Column<int>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Visits = table.Column<int>(type: "INTEGER", nullable: false),
                    Onward = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServiceDays", x => new { x.ServiceId, x.Day });
                    table.ForeignKey(
                        name: "FK_ServiceDays_Services_ServiceId",
                        column: x => x.ServiceId,
                        principalTable: "Services",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ImportRuns_ChangedAt",
                table: "ImportRuns",
                column: "ChangedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ServiceDays_Day",
                table: "ServiceDays",
                column: "Day");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ServiceDays");

            migrationBuilder.DropIndex(
                name: "IX_ImportRuns_ChangedAt",
                table: "ImportRuns");

            migrationBuilder.DropColumn(
                name: "Languages",
                table: "Services");

            migrationBuilder.DropColumn(
                name: "Told",
                table: "Services");

            migrationBuilder.DropColumn(
                name: "Tries",
                table: "ImportRuns");
        }
    }
}
