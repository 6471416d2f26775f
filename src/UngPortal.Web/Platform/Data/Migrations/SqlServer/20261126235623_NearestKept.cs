using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace UngPortal.Platform.Data.Migrations.SqlServer
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
                    TextHash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    PublicIds = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    FoundAt = table.Column<DateTime>(type: "datetime2", nullable: false)
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
