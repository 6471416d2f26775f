using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using UngPortal.Features.Experts;
using UngPortal.Features.Questions;
using UngPortal.Features.Questions.Desk;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Questions.Reviewing;

/// <summary>Which answers a second person reads. Source: product/questions.md, "Review".</summary>
[Collection(ShippedSite.Name)]
public sealed class ReviewRulesTests(PortalApp app)
{
    private const string Plain = "Det er helt vanlig. Gå en tur i 30 minutter hver dag, og legg deg klokka 22. Snakk gjerne med helsesykepleieren på skolen.";

    private ReviewRules Rules => app.Services.GetRequiredService<ReviewRules>();

    [Theory]
    [InlineData("Broren min vil ikke leve lenger, og jeg vet ikke hva jeg skal si.", Plain, ReviewReason.Danger)]
    [InlineData("Kva kan eg seie til ein som har sjølvmordstankar?", Plain, ReviewReason.Danger)]
    [InlineData("My friend says she wants to die. What should I tell her?", Plain, ReviewReason.Danger)]
    [InlineData(DeskRows.Harmless, "Skriv gjerne igjen hvis du har fått lyst til å skade deg. Kutter du deg, kan legen hjelpe.", ReviewReason.Danger)]
    [InlineData("Hvor mange paracet kan jeg ta når jeg har vondt i hodet?", Plain, ReviewReason.Danger)]
    [InlineData("Hvor ofte kan man ta ibux når man har mensen?", Plain, ReviewReason.Dose)]
    [InlineData("Kva skjer i kroppen når promillen stig?", Plain, ReviewReason.Dose)]
    [InlineData("How many painkillers can I take at once?", Plain, ReviewReason.Dose)]
    [InlineData(DeskRows.Harmless, "Mot feber holder det med 500 mg, høyst fire ganger i døgnet.", ReviewReason.Dose)]
    [InlineData(DeskRows.Harmless, "Det går fint med to tabletter om kvelden.", ReviewReason.Dose)]
    [InlineData(DeskRows.Harmless, "Du kan ta Paracet. Høyst åtte om dagen.", ReviewReason.Dose)]
    [InlineData("Er det farlig med anabole steroider?", Plain, ReviewReason.Doping)]
    [InlineData("Kva for middel er doping?", Plain, ReviewReason.Doping)]
    [InlineData("Are sarms safe for a beginner at the gym?", Plain, ReviewReason.Doping)]
    [InlineData("Hva er den seksuelle lavalderen i Norge?", Plain, ReviewReason.SexualLaw)]
    [InlineData("Er det straffbart å dele det bildet?", Plain, ReviewReason.SexualLaw)]
    [InlineData("Er det lov å ha sex når eg er 15 år?", Plain, ReviewReason.SexualLaw)]
    [InlineData("What does consent mean in Norway?", Plain, ReviewReason.SexualLaw)]
    [InlineData(DeskRows.Harmless, "Å få noen til å sende nakenbilder er ikke lov.", ReviewReason.Danger)]
    [InlineData(DeskRows.Harmless, "Den seksuelle lavalderen i Norge er 16 år.", ReviewReason.SexualLaw)]
    [InlineData("Hvor mange kalorier er det i en banan?", Plain, ReviewReason.EatingDisorder)]
    [InlineData("Korleis veit eg om eg har anoreksi?", Plain, ReviewReason.EatingDisorder)]
    [InlineData("Is bulimia something a doctor can help with?", Plain, ReviewReason.EatingDisorder)]
    public async Task ReasonFor_WhatIsOnTheList_HoldsWhateverTheTopic(string asked, string answered, ReviewReason reason)
    {
        using var opened = await OpenAsync(await app.QueuedAsync(text: asked, topic: "psykiske-vansker"));

        Assert.Equal(reason, Rules.ReasonFor(opened, new AnswerContent { Explanation = answered }, Experienced(), isYouth: false));
    }

    [Theory]
    [InlineData("Jeg er 16 år. Hvor lenge bør jeg sove før en prøve?")]
    [InlineData("Eg er 15 år og lurer på kva linje eg skal velje på vidaregåande.")]
    [InlineData("I am 16 years old and new here. How do I make friends at school?")]
    [InlineData("Jeg er sliten av lekser, for vi har 3 prøver på 2 uker.")]
    [InlineData("Jeg har glemt p-pillen i går, hva gjør jeg?")]
    [InlineData("Kan læreren ta mobilen min i 5 dager?")]
    [InlineData("How long does it take to get used to a new school?")]
    public async Task ReasonFor_WhatIsNotOnTheList_IsNoneBeyondTheDraw(string asked)
    {
        using var opened = await OpenAsync(await app.QueuedAsync(text: asked));

        Assert.True(Rules.ReasonFor(opened, new AnswerContent { Explanation = Plain }, Experienced(), isYouth: false) is null or ReviewReason.Sample, asked);
    }

    [Fact]
    public async Task ReasonFor_WhatTheAskerAdded_AndWhatHasJoined_IsReadToo()
    {
        var code = await app.AskAsync("Hva kan jeg gjøre med hodepinen min?");
        await app.InThreadAsync(code, work =>
        {
            work.Claim();
            work.Question.AskForMore(work.Texts.SealRequest(work.Question.Id, "Hva har du prøvd?"), QuestionVisits.Expert, work.Now);
            work.Question.AddMore(work.Texts.SealAddition(work.Question.Id, "Jeg tok åtte tabletter i går."), Severity.Green, work.Now);
        });
        var thread = await app.ThreadOfAsync(code);
        var head = await app.QueuedAsync(text: "Hvorfor har jeg så vondt i ryggen for tiden?");
        await app.JoinAsync(await app.QueuedAsync(text: "Hvorfor har jeg vondt i ryggen etter steroider?"), head);

        using var added = await OpenAsync(await app.InDatabaseAsync(db => db.Questions.Where(question => question.ThreadId == thread).Select(question => question.Id).SingleAsync()));
        using var joined = await OpenAsync(head);

        Assert.Equal(ReviewReason.Dose, Rules.ReasonFor(added, new AnswerContent { Explanation = Plain }, Experienced(), isYouth: false));
        Assert.Equal(ReviewReason.Doping, Rules.ReasonFor(joined, new AnswerContent { Explanation = Plain }, Experienced(), isYouth: false));
    }

    [Fact]
    public async Task ReasonFor_ByWhoAnswersAndHowHardItIs_ComesInThatOrder()
    {
        using var plain = await OpenAsync(await app.QueuedAsync());
        using var red = await OpenAsync(await app.QueuedAsync(Severity.Red));
        using var sensitive = await OpenAsync(await app.QueuedAsync(topic: "overgrep"));
        var content = new AnswerContent { Explanation = Plain };

        Assert.Equal(ReviewReason.YouthAnswerer, Rules.ReasonFor(plain, content, Experienced(), isYouth: true));
        Assert.Equal(ReviewReason.Red, Rules.ReasonFor(red, content, Experienced(), isYouth: false));
        Assert.Equal(ReviewReason.SensitiveTopic, Rules.ReasonFor(sensitive, content, Experienced(), isYouth: false));
        Assert.Equal(ReviewReason.NewExpert, Rules.ReasonFor(plain, content, new Expert { StaffId = 1 }, isYouth: false));
        Assert.Equal(ReviewReason.NewExpert, Rules.ReasonFor(plain, content, null, isYouth: false));
    }

    [Fact]
    public async Task ReasonFor_TheRest_DrawsOneInTwenty_AndTheSameAgain()
    {
        using var opened = await OpenAsync(await app.QueuedAsync());
        var all = Enumerable.Range(0, 4_000).Select(number => new OpenedQuestion(
            new Question { Id = new Guid(number, 0, 0, new byte[8]), Number = 0, FormKeyHash = [], DetectedSeverity = Severity.Green, Language = "nb", Age = 15, AskedAt = PortalApp.Start.UtcDateTime }, opened.Thread, opened.Texts, [])).ToList();
        List<ReviewReason?> Draw() => all.ConvertAll(one => Rules.ReasonFor(one, new AnswerContent(), Experienced(), isYouth: false));

        var drawn = Draw();

        Assert.All(drawn, reason => Assert.True(reason is null or ReviewReason.Sample));
        Assert.InRange(drawn.Count(reason => reason is not null), 120, 280);
        Assert.Equal(drawn, Draw());
    }

    [Fact]
    public async Task SensitiveTopics_AreInTheTree()
    {
        var slugs = await app.InDatabaseAsync(db => db.Set<Topic>().Select(topic => topic.Slug).ToListAsync());

        Assert.Empty(app.Services.GetRequiredService<IOptions<CapacityOptions>>().Value.SensitiveTopics.Except(slugs));
    }

    private static Expert Experienced()
    {
        var expert = new Expert { StaffId = 1 };
        for (var answered = 0; answered < Expert.ReadByASecond; answered++)
        {
            expert.NoteAnswer();
        }

        return expert;
    }

    private async Task<OpenedQuestion> OpenAsync(Guid id)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var officer = new StaffIdentity { Id = 1, Name = "Person 1", SessionId = 0, ConfirmedAt = app.Clock.GetUtcNow().UtcDateTime, Seats = [new StaffIdentity.Seat(1, StaffRole.SafeguardingOfficer)] };
        return (await scope.ServiceProvider.GetRequiredService<QuestionDesk>().OpenAsync(id, officer, CancellationToken.None))!;
    }
}
