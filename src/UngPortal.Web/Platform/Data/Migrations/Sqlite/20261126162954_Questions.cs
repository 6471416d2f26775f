using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace UngPortal.Platform.Data.Migrations.Sqlite
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Can = table.Column<string>(type: "TEXT", nullable: false),
                    Cannot = table.Column<string>(type: "TEXT", nullable: false),
                    Topics = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    TakesHardCases = table.Column<bool>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnsweringRoles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AvertingCases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SealId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    KeyVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    WrappedKey = table.Column<byte[]>(type: "BLOB", maxLength: 69, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    QuestionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SealedQuestion = table.Column<byte[]>(type: "BLOB", nullable: true),
                    OpenedById = table.Column<int>(type: "INTEGER", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AssessedById = table.Column<int>(type: "INTEGER", nullable: true),
                    Decision = table.Column<int>(type: "INTEGER", nullable: true),
                    Parents = table.Column<int>(type: "INTEGER", nullable: false),
                    SecondDueAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ToldLateAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AvertingCases", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DigestRefusals",
                columns: table => new
                {
                    StaffId = table.Column<int>(type: "INTEGER", nullable: false)
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
                    StaffId = table.Column<int>(type: "INTEGER", nullable: false),
                    Roles = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Languages = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    WeeklyCapacity = table.Column<int>(type: "INTEGER", nullable: false),
                    TakesHardCases = table.Column<bool>(type: "INTEGER", nullable: false),
                    Answered = table.Column<int>(type: "INTEGER", nullable: false),
                    BreakNotedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<int>(type: "INTEGER", nullable: false),
                    Origin = table.Column<int>(type: "INTEGER", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    ShippedAs = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Question = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Answer = table.Column<string>(type: "TEXT", nullable: false),
                    Html = table.Column<string>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    AgeFrom = table.Column<int>(type: "INTEGER", nullable: false),
                    AgeTo = table.Column<int>(type: "INTEGER", nullable: false),
                    Gender = table.Column<int>(type: "INTEGER", nullable: false),
                    Sensitivity = table.Column<int>(type: "INTEGER", nullable: false),
                    MayBePopular = table.Column<bool>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AnsweredAt = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Facts = table.Column<string>(type: "TEXT", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReviewedAt = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    CorrectedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Correction = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    TakenDownAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TakenDownFor = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    ClusterId = table.Column<int>(type: "INTEGER", nullable: true),
                    Reads = table.Column<int>(type: "INTEGER", nullable: false),
                    HelpedYes = table.Column<int>(type: "INTEGER", nullable: false),
                    HelpedNo = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublishedAnswers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "QuestionClosings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuestionClosings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "QuestionSnippets",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Role = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Section = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    FileTitle = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RetiredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuestionSnippets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "QuestionThreads",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SealId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    CodeHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    KeyVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    WrappedKey = table.Column<byte[]>(type: "BLOB", maxLength: 69, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Age = table.Column<int>(type: "INTEGER", nullable: false),
                    Gender = table.Column<int>(type: "INTEGER", nullable: false),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    MayPublish = table.Column<bool>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastAnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuestionThreads", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TalkRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StaffId = table.Column<int>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    HeldById = table.Column<int>(type: "INTEGER", nullable: true),
                    HeldAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Step = table.Column<int>(type: "INTEGER", nullable: false),
                    ById = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Decision = table.Column<int>(type: "INTEGER", nullable: true),
                    ClearsParents = table.Column<bool>(type: "INTEGER", nullable: false),
                    SealedWords = table.Column<byte[]>(type: "BLOB", nullable: false)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    StaffId = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false)
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
                    AnswerId = table.Column<int>(type: "INTEGER", nullable: false),
                    TopicId = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    IsListed = table.Column<int>(type: "INTEGER", nullable: false),
                    MayBePopular = table.Column<int>(type: "INTEGER", nullable: false),
                    AnsweredAt = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reads = table.Column<int>(type: "INTEGER", nullable: false),
                    AgeFrom = table.Column<int>(type: "INTEGER", nullable: false),
                    AgeTo = table.Column<int>(type: "INTEGER", nullable: false),
                    Gender = table.Column<int>(type: "INTEGER", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
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
                    AnswerId = table.Column<int>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    HelpedYes = table.Column<int>(type: "INTEGER", nullable: false),
                    HelpedNo = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    NeedsReviewFor = table.Column<int>(type: "INTEGER", nullable: true),
                    ReviewerId = table.Column<int>(type: "INTEGER", nullable: true),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: true),
                    ThreadId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    FormKeyHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Severity = table.Column<int>(type: "INTEGER", nullable: false),
                    DetectedSeverity = table.Column<int>(type: "INTEGER", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Age = table.Column<int>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Urgency = table.Column<int>(type: "INTEGER", nullable: false),
                    SealedText = table.Column<byte[]>(type: "BLOB", nullable: true),
                    SealedRequest = table.Column<byte[]>(type: "BLOB", nullable: true),
                    SealedAddition = table.Column<byte[]>(type: "BLOB", nullable: true),
                    MoreAskedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FirstSeenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CorrectedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DeclinedFor = table.Column<int>(type: "INTEGER", nullable: true),
                    Helped = table.Column<bool>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    TriagedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TriagedById = table.Column<int>(type: "INTEGER", nullable: true),
                    ClaimedById = table.Column<int>(type: "INTEGER", nullable: true),
                    ClaimedUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Told = table.Column<int>(type: "INTEGER", nullable: false),
                    PublicId = table.Column<int>(type: "INTEGER", nullable: true),
                    HeadId = table.Column<Guid>(type: "TEXT", nullable: true),
                    JoinedCount = table.Column<int>(type: "INTEGER", nullable: false),
                    OwnSeverity = table.Column<int>(type: "INTEGER", nullable: false)
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
                    QuestionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuthorId = table.Column<int>(type: "INTEGER", nullable: false),
                    AuthorIds = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    SealedContent = table.Column<byte[]>(type: "BLOB", nullable: true),
                    SealedReviewNote = table.Column<byte[]>(type: "BLOB", nullable: true),
                    SealedCorrection = table.Column<byte[]>(type: "BLOB", nullable: true),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    QuestionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StaffId = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Severity = table.Column<int>(type: "INTEGER", nullable: false)
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
                    QuestionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
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
                unique: true);

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
