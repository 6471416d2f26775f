using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace UngPortal.Platform.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SelfHelpTools : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SelfHelpToolCriteria",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Criteria = table.Column<string>(type: "TEXT", nullable: false),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PublishedById = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SelfHelpToolCriteria", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SelfHelpTools",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Facts = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    StateSince = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IsHidden = table.Column<bool>(type: "INTEGER", nullable: false),
                    Approval = table.Column<string>(type: "TEXT", nullable: true),
                    BadgeUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Cause = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SelfHelpTools", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SelfHelpToolCertifications",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ToolId = table.Column<int>(type: "INTEGER", nullable: false),
                    CriteriaVersionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Release = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Testers = table.Column<int>(type: "INTEGER", nullable: true),
                    TestedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    TestersSaid = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedById = table.Column<int>(type: "INTEGER", nullable: true),
                    Conclusion = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SelfHelpToolCertifications", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SelfHelpToolCertifications_SelfHelpToolCriteria_CriteriaVersionId",
                        column: x => x.CriteriaVersionId,
                        principalTable: "SelfHelpToolCriteria",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SelfHelpToolCertifications_SelfHelpTools_ToolId",
                        column: x => x.ToolId,
                        principalTable: "SelfHelpTools",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SelfHelpToolReports",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ToolId = table.Column<int>(type: "INTEGER", nullable: false),
                    FormKey = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    HandledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    HandledById = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SelfHelpToolReports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SelfHelpToolReports_SelfHelpTools_ToolId",
                        column: x => x.ToolId,
                        principalTable: "SelfHelpTools",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SelfHelpToolAssessments",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CertificationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Part = table.Column<int>(type: "INTEGER", nullable: false),
                    AssessorId = table.Column<int>(type: "INTEGER", nullable: false),
                    Scores = table.Column<string>(type: "TEXT", nullable: false),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReviewerId = table.Column<int>(type: "INTEGER", nullable: true),
                    ReviewedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SelfHelpToolAssessments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SelfHelpToolAssessments_SelfHelpToolCertifications_CertificationId",
                        column: x => x.CertificationId,
                        principalTable: "SelfHelpToolCertifications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SelfHelpToolAssessments_CertificationId_AssessorId",
                table: "SelfHelpToolAssessments",
                columns: new[] { "CertificationId", "AssessorId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SelfHelpToolAssessments_CertificationId_Part",
                table: "SelfHelpToolAssessments",
                columns: new[] { "CertificationId", "Part" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SelfHelpToolCertifications_CriteriaVersionId",
                table: "SelfHelpToolCertifications",
                column: "CriteriaVersionId");

            migrationBuilder.CreateIndex(
                name: "IX_SelfHelpToolCertifications_ToolId",
                table: "SelfHelpToolCertifications",
                column: "ToolId");

            migrationBuilder.CreateIndex(
                name: "IX_SelfHelpToolCriteria_Number",
                table: "SelfHelpToolCriteria",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SelfHelpToolReports_FormKey",
                table: "SelfHelpToolReports",
                column: "FormKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SelfHelpToolReports_SentAt",
                table: "SelfHelpToolReports",
                column: "SentAt");

            migrationBuilder.CreateIndex(
                name: "IX_SelfHelpToolReports_ToolId_HandledAt",
                table: "SelfHelpToolReports",
                columns: new[] { "ToolId", "HandledAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SelfHelpTools_BadgeUntil",
                table: "SelfHelpTools",
                column: "BadgeUntil");

            migrationBuilder.CreateIndex(
                name: "IX_SelfHelpTools_Name",
                table: "SelfHelpTools",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_SelfHelpTools_Slug",
                table: "SelfHelpTools",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SelfHelpTools_State_Name",
                table: "SelfHelpTools",
                columns: new[] { "State", "Name" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SelfHelpToolAssessments");

            migrationBuilder.DropTable(
                name: "SelfHelpToolReports");

            migrationBuilder.DropTable(
                name: "SelfHelpToolCertifications");

            migrationBuilder.DropTable(
                name: "SelfHelpToolCriteria");

            migrationBuilder.DropTable(
                name: "SelfHelpTools");
        }
    }
}
