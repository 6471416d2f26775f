using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Feedback;
using UngPortal.Features.Publications;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Platform.Outbox;
using UngPortal.Testing;

namespace UngPortal.Tests.Data;

/// <summary>What the database promises, on the engine the suite runs on.</summary>
public sealed class SqliteTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("busy_timeout", "1000")]
    [InlineData("foreign_keys", "1")]
    [InlineData("secure_delete", "1")]
    public async Task Connection_OfARunningSite_IsSetUpToKeepAndToForget(string pragma, string expected)
    {
        if (TestDatabase.SqlServer is not null)
        {
            return;
        }

        // The second time the pool gives the same connection of SQLite's again, which is not set up anew.
        for (var time = 0; time < 2; time++)
        {
            var value = await app.InDatabaseAsync(async db =>
            {
                await db.Database.OpenConnectionAsync();
                await using var command = db.Database.GetDbConnection().CreateCommand();
                command.CommandText = "PRAGMA " + pragma;
                return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
            });

            Assert.Equal(expected, value);
        }
    }

    [Fact]
    public async Task Times_ReadBack_AreUtc()
    {
        var (publication, message) = await app.InDatabaseAsync(async db => (await db.Publications.AsNoTracking().FirstAsync(), await db.Outbox.AsNoTracking().FirstAsync()));

        Assert.Equal(DateTimeKind.Utc, publication.PublishedAt.Kind);
        Assert.Equal(DateTimeKind.Utc, publication.ChangedAt.Kind);
        Assert.Equal(DateTimeKind.Utc, message.CreatedAt.Kind);
        Assert.Equal(PortalApp.Start.UtcDateTime, publication.ChangedAt);
    }

    [Fact]
    public async Task LocalTime_Stored_ComesBackAsTheSameMoment()
    {
        var moment = new DateTime(2026, 7, 1, 12, 0, 0, DateTimeKind.Local);
        var key = Guid.NewGuid();
        await app.InDatabaseAsync(async db =>
        {
            db.Feedback.Add(new FeedbackEntry { FormKey = key, Page = "/", SentAt = moment });
            return await db.SaveChangesAsync();
        });

        Assert.Equal(moment.ToUniversalTime(), (await app.InDatabaseAsync(db => db.Feedback.AsNoTracking().SingleAsync(entry => entry.FormKey == key))).SentAt);
    }

    [Fact]
    public async Task LocalizedText_StoredAndChanged_ComesBackWhole()
    {
        var text = new LocalizedText { ["nb"] = "Blåbær «æøå» \"og\" <b>", ["nn"] = "Blåbær", ["en"] = "Bilberry 🫐" };
        await app.InDatabaseAsync(async db =>
        {
            var topic = new Topic { Slug = "provetema" };
            topic.Place("provetema", 999);
            topic.Describe(text, [], null);
            db.Topics.Add(topic);
            return await db.SaveChangesAsync();
        });

        var read = await app.InDatabaseAsync(async db =>
        {
            var topic = await db.Topics.SingleAsync(one => one.Slug == "provetema");
            var first = new LocalizedText(topic.Name);
            topic.Name["nn"] = "Blåbæra";
            await db.SaveChangesAsync();
            return (first, Changed: (await db.Topics.AsNoTracking().SingleAsync(one => one.Slug == "provetema")).Name);
        });
        await app.InDatabaseAsync(db => db.Topics.Where(topic => topic.Slug == "provetema").ExecuteDeleteAsync());

        Assert.Equal(text, read.first);
        Assert.Equal("Blåbæra", read.Changed["nn"]);
    }

    [Fact]
    public async Task Save_OfARowThatAnotherChanged_Throws()
    {
        var conflict = app.InDatabaseAsync(async mine =>
        {
            var topic = await mine.Topics.FirstAsync();
            await app.InDatabaseAsync(async theirs =>
            {
                var same = await theirs.Topics.SingleAsync(one => one.Id == topic.Id);
                same.Describe(same.Name, same.Ingress, "deres");
                return await theirs.SaveChangesAsync();
            });
            topic.Describe(topic.Name, topic.Ingress, "min");
            return await mine.SaveChangesAsync();
        });

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => conflict);
    }

    [Fact]
    public async Task Save_OfTwoWithTheSameSlug_Throws()
    {
        var twice = app.InDatabaseAsync(db =>
        {
            db.Publications.Add(new Publication { Kind = PublicationKind.Article, Slug = "eksamen-uten-panikk" });
            return db.SaveChangesAsync();
        });

        await Assert.ThrowsAsync<DbUpdateException>(() => twice);
    }

    [Fact]
    public async Task Save_OfATopicLinkToNothing_Throws()
    {
        var dangling = app.InDatabaseAsync(db => db.Database.ExecuteSqlAsync($"INSERT INTO PublicationTopics (PublicationId, TopicId) VALUES (1, 987654)"));

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => dangling);
    }

    [Fact]
    public async Task Announce_WithTheChange_IsSavedInTheSameTransaction()
    {
        var (before, after) = await app.InDatabaseAsync(async db =>
        {
            var count = await db.Outbox.CountAsync();
            db.AnnounceContent("article:ingenting");
            db.Publications.Add(new Publication { Kind = PublicationKind.Article, Slug = "eksamen-uten-panikk" });
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
            db.ChangeTracker.Clear();
            return (count, await db.Outbox.CountAsync());
        });

        Assert.Equal(before, after);
    }
}
