using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace UngPortal.Platform.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LibraryOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_PublishedAnswers_TakenDownAt_ReviewedAt",
                table: "PublishedAnswers");

            migrationBuilder.CreateIndex(
                name: "IX_PublishedAnswers_ReviewedAt",
                table: "PublishedAnswers",
                column: "ReviewedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_PublishedAnswers_ReviewedAt",
                table: "PublishedAnswers");

            migrationBuilder.CreateIndex(
                name: "IX_PublishedAnswers_TakenDownAt_ReviewedAt",
                table: "PublishedAnswers",
                columns: new[] { "TakenDownAt", "ReviewedAt" });
        }
    }
}
