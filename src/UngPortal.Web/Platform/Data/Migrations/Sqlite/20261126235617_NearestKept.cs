using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace UngPortal.Platform.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class NearestKept : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "KeptNearest",
                columns: table => new
                {
                    TextHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    PublicIds = table.Column<string>(type: "TEXT", nullable: false),
                    FoundAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptNearest", x => x.TextHash);
                });

            migrationBuilder.CreateIndex(
                name: "IX_KeptNearest_FoundAt",
                table: "KeptNearest",
                column: "FoundAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "KeptNearest");
        }
    }
}
