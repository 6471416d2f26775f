using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace UngPortal.Platform.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Questions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AnsweringRoles",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Key = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Can = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Cannot = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Topics = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    TakesHardCases = table.Column<bool>(type: "bit", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnsweringRoles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AvertingCases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SealId = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    KeyVersion = table.Column<int>(type: "int", nullable: false),
                    WrappedKey = table.Column<byte[]>(type: "varbinary(69)", maxLength: 69, nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    QuestionId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SealedQuestion = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    OpenedById = table.Column<int>(type: "int", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AssessedById = table.Column<int>(type: "int", nullable: true),
                    Decision = table.Column<int>(type: "int", nullable: true),
                    Parents = table.Column<int>(type: "int", nullable: false),
                    SecondDueAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ToldLateAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AvertingCases", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DigestRefusals",
                columns: table => new
                {
                    StaffId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DigestRefusals", x => x.StaffId);
                    table.ForeignKey(
                        name: "FK_DigestRefusals_Staff_StaffId",
                        column: x => x.StaffId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Experts",
                columns: table => new
                {
                    StaffId = table.Column<int>(type: "int", nullable: false),
                    Roles = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Languages = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    WeeklyCapacity = table.Column<int>(type: "int", nullable: false),
                    TakesHardCases = table.Column<bool>(type: "bit", nullable: false),
                    Answered = table.Column<int>(type: "int", nullable: false),
                    BreakNotedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Experts", x => x.StaffId);
                    table.ForeignKey(
                        name: "FK_Experts_Staff_StaffId",
                        column: x => x.StaffId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PublishedAnswers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    PublicId = table.Column<int>(type: "int", nullable: false),
                    Origin = table.Column<int>(type: "int", nullable: false),
                    Language = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    ShippedAs = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    Slug = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Question = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Answer = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Html = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Role = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    AgeFrom = table.Column<int>(type: "int", nullable: false),
                    AgeTo = table.Column<int>(type: "int", nullable: false),
                    Gender = table.Column<int>(type: "int", nullable: false),
                    Sensitivity = table.Column<int>(type: "int", nullable: false),
                    MayBePopular = table.Column<bool>(type: "bit", nullable: false),
                    AskedAt = table.Column<DateOnly>(type: "date", nullable: false),
                    AnsweredAt = table.Column<DateOnly>(type: "date", nullable: false),
                    Facts = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ReviewedAt = table.Column<DateOnly>(type: "date", nullable: false),
                    CorrectedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Correction = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    TakenDownAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    TakenDownFor = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    ClusterId = table.Column<int>(type: "int", nullable: true),
                    Reads = table.Column<int>(type: "int", nullable: false),
                    HelpedYes = table.Column<int>(type: "int", nullable: false),
                    HelpedNo = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublishedAnswers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "QuestionClosings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    From = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Until = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuestionClosings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "QuestionSnippets",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Role = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Language = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    Section = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    FileTitle = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Text = table.Column<string>(type: "nvarchar(1500)", maxLength: 1500, nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    RetiredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuestionSnippets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "QuestionThreads",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SealId = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    CodeHash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    KeyVersion = table.Column<int>(type: "int", nullable: false),
                    WrappedKey = table.Column<byte[]>(type: "varbinary(69)", maxLength: 69, nullable: false),
                    Language = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    Age = table.Column<int>(type: "int", nullable: false),
                    Gender = table.Column<int>(type: "int", nullable: false),
                    Topic = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    MayPublish = table.Column<bool>(type: "bit", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LastAnsweredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuestionThreads", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TalkRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StaffId = table.Column<int>(type: "int", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    HeldById = table.Column<int>(type: "int", nullable: true),
                    HeldAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TalkRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TalkRequests_Staff_StaffId",
                        column: x => x.StaffId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AvertingEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Step = table.Column<int>(type: "int", nullable: false),
                    ById = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Decision = table.Column<int>(type: "int", nullable: true),
                    ClearsParents = table.Column<bool>(type: "bit", nullable: false),
                    SealedWords = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AvertingEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AvertingEntries_AvertingCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "AvertingCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ExpertAbsences",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    StaffId = table.Column<int>(type: "int", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExpertAbsences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ExpertAbsences_Experts_StaffId",
                        column: x => x.StaffId,
                        principalTable: "Experts",
                        principalColumn: "StaffId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AnswerPlaces",
                columns: table => new
                {
                    AnswerId = table.Column<int>(type: "int", nullable: false),
                    TopicId = table.Column<int>(type: "int", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    IsListed = table.Column<int>(type: "int", nullable: false),
                    MayBePopular = table.Column<int>(type: "int", nullable: false),
                    AnsweredAt = table.Column<DateOnly>(type: "date", nullable: false),
                    Reads = table.Column<int>(type: "int", nullable: false),
                    AgeFrom = table.Column<int>(type: "int", nullable: false),
                    AgeTo = table.Column<int>(type: "int", nullable: false),
                    Gender = table.Column<int>(type: "int", nullable: false),
                    Role = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnswerPlaces", x => new { x.AnswerId, x.TopicId });
                    table.ForeignKey(
                        name: "FK_AnswerPlaces_PublishedAnswers_AnswerId",
                        column: x => x.AnswerId,
                        principalTable: "PublishedAnswers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AnswerReadings",
                columns: table => new
                {
                    AnswerId = table.Column<int>(type: "int", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Count = table.Column<int>(type: "int", nullable: false),
                    HelpedYes = table.Column<int>(type: "int", nullable: false),
                    HelpedNo = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnswerReadings", x => new { x.AnswerId, x.Day });
                    table.ForeignKey(
                        name: "FK_AnswerReadings_PublishedAnswers_AnswerId",
                        column: x => x.AnswerId,
                        principalTable: "PublishedAnswers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Questions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    NeedsReviewFor = table.Column<int>(type: "int", nullable: true),
                    ReviewerId = table.Column<int>(type: "int", nullable: true),
                    OrganisationId = table.Column<int>(type: "int", nullable: true),
                    ThreadId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Number = table.Column<int>(type: "int", nullable: false),
                    FormKeyHash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    Severity = table.Column<int>(type: "int", nullable: false),
                    DetectedSeverity = table.Column<int>(type: "int", nullable: false),
                    Language = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    Age = table.Column<int>(type: "int", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DueAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Urgency = table.Column<int>(type: "int", nullable: false),
                    SealedText = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    SealedRequest = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    SealedAddition = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    MoreAskedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AddedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    FirstSeenAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CorrectedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DeclinedFor = table.Column<int>(type: "int", nullable: true),
                    Helped = table.Column<bool>(type: "bit", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Role = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    TriagedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    TriagedById = table.Column<int>(type: "int", nullable: true),
                    ClaimedById = table.Column<int>(type: "int", nullable: true),
                    ClaimedUntil = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Told = table.Column<int>(type: "int", nullable: false),
                    PublicId = table.Column<int>(type: "int", nullable: true),
                    HeadId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    JoinedCount = table.Column<int>(type: "int", nullable: false),
                    OwnSeverity = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Questions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Questions_QuestionThreads_ThreadId",
                        column: x => x.ThreadId,
                        principalTable: "QuestionThreads",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_Questions_Questions_HeadId",
                        column: x => x.HeadId,
                        principalTable: "Questions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "QuestionAnswers",
                columns: table => new
                {
                    QuestionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AuthorId = table.Column<int>(type: "int", nullable: false),
                    AuthorIds = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    SealedContent = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    SealedReviewNote = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    SealedCorrection = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    WrittenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuestionAnswers", x => x.QuestionId);
                    table.ForeignKey(
                        name: "FK_QuestionAnswers_Questions_QuestionId",
                        column: x => x.QuestionId,
                        principalTable: "Questions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "QuestionClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    QuestionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StaffId = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Severity = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuestionClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_QuestionClaims_Questions_QuestionId",
                        column: x => x.QuestionId,
                        principalTable: "Questions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "QuestionTopics",
                columns: table => new
                {
                    QuestionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Topic = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuestionTopics", x => new { x.QuestionId, x.Topic });
                    table.ForeignKey(
                        name: "FK_QuestionTopics_Questions_QuestionId",
                        column: x => x.QuestionId,
                        principalTable: "Questions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AnsweringRoles_Key",
                table: "AnsweringRoles",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AnswerPlaces_TopicId_IsListed_AnsweredAt_AnswerId_AgeFrom_AgeTo_Gender_Role",
                table: "AnswerPlaces",
                columns: new[] { "TopicId", "IsListed", "AnsweredAt", "AnswerId", "AgeFrom", "AgeTo", "Gender", "Role" });

            migrationBuilder.CreateIndex(
                name: "IX_AnswerPlaces_TopicId_IsListed_Role_AnsweredAt_AnswerId_AgeFrom_AgeTo_Gender",
                table: "AnswerPlaces",
                columns: new[] { "TopicId", "IsListed", "Role", "AnsweredAt", "AnswerId", "AgeFrom", "AgeTo", "Gender" });

            migrationBuilder.CreateIndex(
                name: "IX_AnswerPlaces_TopicId_MayBePopular_Reads_AnswerId_AgeFrom_AgeTo_Gender_Role_AnsweredAt",
                table: "AnswerPlaces",
                columns: new[] { "TopicId", "MayBePopular", "Reads", "AnswerId", "AgeFrom", "AgeTo", "Gender", "Role", "AnsweredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AnswerReadings_Day",
                table: "AnswerReadings",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_AvertingCases_ClosedAt",
                table: "AvertingCases",
                column: "ClosedAt");

            migrationBuilder.CreateIndex(
                name: "IX_AvertingCases_KeyVersion",
                table: "AvertingCases",
                column: "KeyVersion");

            migrationBuilder.CreateIndex(
                name: "IX_AvertingCases_SealId",
                table: "AvertingCases",
                column: "SealId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AvertingCases_State_OpenedAt",
                table: "AvertingCases",
                columns: new[] { "State", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AvertingEntries_ById",
                table: "AvertingEntries",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_AvertingEntries_CaseId_Number",
                table: "AvertingEntries",
                columns: new[] { "CaseId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ExpertAbsences_StaffId_Until",
                table: "ExpertAbsences",
                columns: new[] { "StaffId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_PublishedAnswers_ChangedAt",
                table: "PublishedAnswers",
                column: "ChangedAt");

            migrationBuilder.CreateIndex(
                name: "IX_PublishedAnswers_ClusterId",
                table: "PublishedAnswers",
                column: "ClusterId");

            migrationBuilder.CreateIndex(
                name: "IX_PublishedAnswers_PublicId",
                table: "PublishedAnswers",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PublishedAnswers_ShippedAs",
                table: "PublishedAnswers",
                column: "ShippedAs");

            migrationBuilder.CreateIndex(
                name: "IX_PublishedAnswers_TakenDownAt_ReviewedAt",
                table: "PublishedAnswers",
                columns: new[] { "TakenDownAt", "ReviewedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_QuestionAnswers_AuthorId_WrittenAt",
                table: "QuestionAnswers",
                columns: new[] { "AuthorId", "WrittenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_QuestionClaims_QuestionId",
                table: "QuestionClaims",
                column: "QuestionId");

            migrationBuilder.CreateIndex(
                name: "IX_QuestionClaims_StaffId_At",
                table: "QuestionClaims",
                columns: new[] { "StaffId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_QuestionClosings_Until",
                table: "QuestionClosings",
                column: "Until");

            migrationBuilder.CreateIndex(
                name: "IX_Questions_AnsweredAt_OrganisationId",
                table: "Questions",
                columns: new[] { "AnsweredAt", "OrganisationId" });

            migrationBuilder.CreateIndex(
                name: "IX_Questions_ClaimedById_State",
                table: "Questions",
                columns: new[] { "ClaimedById", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Questions_ClosedAt",
                table: "Questions",
                column: "ClosedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Questions_FormKeyHash",
                table: "Questions",
                column: "FormKeyHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Questions_HeadId",
                table: "Questions",
                column: "HeadId");

            migrationBuilder.CreateIndex(
                name: "IX_Questions_PublicId",
                table: "Questions",
                column: "PublicId");

            migrationBuilder.CreateIndex(
                name: "IX_Questions_State_Urgency_DueAt",
                table: "Questions",
                columns: new[] { "State", "Urgency", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Questions_ThreadId_Number",
                table: "Questions",
                columns: new[] { "ThreadId", "Number" },
                unique: true,
                filter: "[ThreadId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_QuestionSnippets_Role_Language_Section_Title",
                table: "QuestionSnippets",
                columns: new[] { "Role", "Language", "Section", "Title" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_QuestionThreads_CodeHash",
                table: "QuestionThreads",
                column: "CodeHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_QuestionThreads_KeyVersion",
                table: "QuestionThreads",
                column: "KeyVersion");

            migrationBuilder.CreateIndex(
                name: "IX_QuestionThreads_LastAnsweredAt",
                table: "QuestionThreads",
                column: "LastAnsweredAt");

            migrationBuilder.CreateIndex(
                name: "IX_QuestionThreads_SealId",
                table: "QuestionThreads",
                column: "SealId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_QuestionTopics_Topic",
                table: "QuestionTopics",
                column: "Topic");

            migrationBuilder.CreateIndex(
                name: "IX_TalkRequests_HeldAt",
                table: "TalkRequests",
                column: "HeldAt");

            migrationBuilder.CreateIndex(
                name: "IX_TalkRequests_Open",
                table: "TalkRequests",
                column: "StaffId",
                unique: true,
                filter: "HeldAt IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AnsweringRoles");

            migrationBuilder.DropTable(
                name: "AnswerPlaces");

            migrationBuilder.DropTable(
                name: "AnswerReadings");

            migrationBuilder.DropTable(
                name: "AvertingEntries");

            migrationBuilder.DropTable(
                name: "DigestRefusals");

            migrationBuilder.DropTable(
                name: "ExpertAbsences");

            migrationBuilder.DropTable(
                name: "QuestionAnswers");

            migrationBuilder.DropTable(
                name: "QuestionClaims");

            migrationBuilder.DropTable(
                name: "QuestionClosings");

            migrationBuilder.DropTable(
                name: "QuestionSnippets");

            migrationBuilder.DropTable(
                name: "QuestionTopics");

            migrationBuilder.DropTable(
                name: "TalkRequests");

            migrationBuilder.DropTable(
                name: "PublishedAnswers");

            migrationBuilder.DropTable(
                name: "AvertingCases");

            migrationBuilder.DropTable(
                name: "Experts");

            migrationBuilder.DropTable(
                name: "Questions");

            migrationBuilder.DropTable(
                name: "QuestionThreads");
        }
    }
}
