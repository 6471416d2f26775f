using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace UngPortal.Platform.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class GenderOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_AnswerPlaces_TopicId_IsListed_Gender_AnsweredAt_AnswerId_AgeFrom_AgeTo_Role",
                table: "AnswerPlaces",
                columns: new[] { "TopicId", "IsListed", "Gender", "AnsweredAt", "AnswerId", "AgeFrom", "AgeTo", "Role" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_AnswerPlaces_TopicId_IsListed_Gender_AnsweredAt_AnswerId_AgeFrom_AgeTo_Role",
                table: "AnswerPlaces");
        }
    }
}
