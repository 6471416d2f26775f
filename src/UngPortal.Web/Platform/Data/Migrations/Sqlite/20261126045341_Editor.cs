using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace UngPortal.Platform.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Editor : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Quote",
                table: "DraftComments",
                type: "TEXT",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "ReopenedAt",
                table: "DraftComments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ReopenedById",
                table: "DraftComments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ResolvedById",
                table: "DraftComments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_Open",
                table: "Drafts",
                columns: new[] { "Kind", "Slug" },
                unique: true,
                filter: "State < 6");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Drafts_Open",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "Quote",
                table: "DraftComments");

            migrationBuilder.DropColumn(
                name: "ReopenedAt",
                table: "DraftComments");

            migrationBuilder.DropColumn(
                name: "ReopenedById",
                table: "DraftComments");

            migrationBuilder.DropColumn(
                name: "ResolvedById",
                table: "DraftComments");
        }
    }
}
