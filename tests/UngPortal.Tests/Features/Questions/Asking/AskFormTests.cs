using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Questions;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Questions.Asking;

/// <summary>What somebody who asks fills in: what is refused, and that nothing typed is lost.</summary>
public sealed class AskFormTests(PortalApp app) : IClassFixture<PortalApp>
{
    private const string Family = "👨‍👩‍👧‍👦";
    private const string Kiss = "👩🏽‍❤️‍💋‍👩🏿";

    [Theory]
    [InlineData("Tekst", "", "Tekst", "Skriv spørsmålet ditt.")]
    [InlineData("Tekst", "   \r\n \u0007 ", "Tekst", "Skriv spørsmålet ditt.")]
    [InlineData("Tekst", "ni tegn n", "Tekst", "Skriv litt mer, minst 10 tegn.")]
    [InlineData("Tema", "", "Tema", "Velg et tema, eller «Vet ikke».")]
    [InlineData("Tema", null, "Tema", "Velg et tema, eller «Vet ikke».")]
    [InlineData("Tema", "kropp-helse-og-sex", "Tema", "Velg et tema, eller «Vet ikke».")]
    [InlineData("Tema", "finnes-ikke", "Tema", "Velg et tema, eller «Vet ikke».")]
    [InlineData("Tema", "' OR 1=1; DROP TABLE Questions; --", "Tema", "Velg et tema, eller «Vet ikke».")]
    [InlineData("Tema", "\"><script>alert(1)</script>", "Tema", "Velg et tema, eller «Vet ikke».")]
    [InlineData("Alder", "", "Alder", "Velg hvor gammel du er.")]
    [InlineData("Alder", null, "Alder", "Velg hvor gammel du er.")]
    [InlineData("Alder", "12", "Alder", "Velg hvor gammel du er.")]
    [InlineData("Alder", "21", "Alder", "Velg hvor gammel du er.")]
    [InlineData("Alder", "-16", "Alder", "Velg hvor gammel du er.")]
    [InlineData("Alder", "16.5", "Alder", "Velg hvor gammel du er.")]
    [InlineData("Alder", "１６", "Alder", "Velg hvor gammel du er.")]
    [InlineData("Alder", "99999999999999999999", "Alder", "Velg hvor gammel du er.")]
    [InlineData("Alder", "OVER", "Alder", "Velg hvor gammel du er.")]
    [InlineData("Kjonn", "", "Kjonn-Girl", "Velg kjønn, eller «Vil ikke si».")]
    [InlineData("Kjonn", null, "Kjonn-Girl", "Velg kjønn, eller «Vil ikke si».")]
    [InlineData("Kjonn", "7", "Kjonn-Girl", "Velg kjønn, eller «Vil ikke si».")]
    [InlineData("Kjonn", "-1", "Kjonn-Girl", "Velg kjønn, eller «Vil ikke si».")]
    [InlineData("Kjonn", "<b>Jente</b>", "Kjonn-Girl", "Velg kjønn, eller «Vil ikke si».")]
    [InlineData("Lest", null, "Lest", "Les den korte teksten om personvern, og kryss av.")]
    [InlineData("Lest", "kanskje", "Lest", "Les den korte teksten om personvern, og kryss av.")]
    [InlineData("Nettside", "https://kjop.example", "Nettside", "Feltet «La dette feltet stå tomt» må være tomt. Slett det som står der, og send igjen.")]
    public async Task V2_2_1_Post_FieldMissingOrWrong_IsRefusedWithALinkAndTheText(string field, string? value, string target, string message)
    {
        using var visitor = app.CreateVisitor();
        var text = $"Kan jeg bytte fag {Guid.NewGuid()}?";
        var fields = await app.BeginAskAsync(visitor, text, topic: QuestionVisits.Topic);
        _ = value is null ? fields.Remove(field) : (fields[field] = value) is null;
        var before = await CountAsync();

        var page = await visitor.PostFormAsync(QuestionVisits.AskPath, fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal([message], page.TextsOf(".error-summary li"));
        Assert.Equal($"#{target}", page.Document.QuerySelector(".error-summary a")?.GetAttribute("href"));
        Assert.NotNull(page.Document.GetElementById(target));
        Assert.Equal(field == "Tekst" ? value!.Trim('\a', ' ', '\r', '\n') : text, Typed(page).Trim('\a', ' ', '\r', '\n'));
        Assert.Equal(before, await CountAsync());
        Assert.True(page.Response.Headers.CacheControl?.NoStore);
        if (field is not ("Tema" or "Alder" or "Kjonn" or "Lest"))
        {
            Assert.Equal((QuestionVisits.Topic, "16", "Girl", "true"), Chosen(page));
        }
    }

    [Theory]
    [InlineData("a", 9, false)]
    [InlineData("a", 10, true)]
    [InlineData("å", 1_000, true)]
    [InlineData("å", 1_001, false)]
    [InlineData("å", 10_001, false)]
    [InlineData("å", 20_001, false)]
    [InlineData(Family, 9, false)]
    [InlineData(Family, 10, true)]
    [InlineData(Family, 1_000, true)]
    [InlineData(Family, 1_001, false)]
    [InlineData(Kiss, 1_000, true)]
    [InlineData("🇳🇴", 1_001, false)]
    [InlineData("e\u0301", 1_000, true)]
    public async Task Post_TextAtTheLimit_IsKeptWholeOrRefusedWhole(string sign, int count, bool isKept)
    {
        using var visitor = app.CreateVisitor();
        var text = string.Concat(Enumerable.Repeat(sign, count));
        var fields = await app.BeginAskAsync(visitor, text);

        var page = await visitor.PostFormAsync(QuestionVisits.AskPath, fields);

        Assert.Equal(isKept ? HttpStatusCode.Found : HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(text, isKept ? Own(await visitor.VisitAsync(QuestionVisits.ReceiptPath)) : Typed(page));
    }

    [Theory]
    [InlineData("Linje en\r\nlinje to\r\n\r\nlinje fire", "Linje en\nlinje to\n\nlinje fire")]
    [InlineData("مرحبا، كيف يمكنني طلب المساعدة؟ \u202Eabc\u202C", null)]
    [InlineData("H̵̡̛͓̬̘̗̙̄̈́̈́͋́̚e̷̢͎̪̱̹͐͒̀̈́̓͘j̶̧̛̺̣͈̙̟͛̀̍ dette er zalgo", null)]
    [InlineData("Føretter og \u0007noe \u001b[31mmer", "Føretter og noe [31mmer")]
    [InlineData("<b>Hei</b> & <script>alert(1)</script> &amp; &lt;", null)]
    [InlineData("# Overskrift\n\n**fet** [lenke](javascript:alert(1)) <!-- x -->", null)]
    [InlineData("Fødselsnummeret mitt er 01010750160, er det farlig å si?", null)]
    [InlineData("En ny emoji som ingen kjenner ennå: \U0001FAE9 og \U0001FAEA", null)]
    [InlineData("{{7*7}} ${7*7} <%= 7*7 %> %s %n", null)]
    public async Task V1_2_1_Post_OddText_IsKeptAsWrittenAndShownEncoded(string typed, string? kept)
    {
        using var visitor = app.CreateVisitor();

        var code = await app.AskAsync(visitor, typed);
        var receipt = await visitor.VisitAsync(QuestionVisits.ReceiptPath);
        var thread = await app.ReadAsync(code);

        Assert.Equal(kept ?? typed, Own(receipt));
        Assert.Equal(kept ?? typed, thread.Document.QuerySelector(".asked .as-written")!.TextContent);
        Assert.Empty(thread.Document.QuerySelectorAll(".asked b, .asked script, .asked strong, .asked a"));
        Assert.DoesNotContain(kept ?? typed, thread.Document.Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "nb", "Takk. Vi har fått spørsmålet ditt")]
    [InlineData("/nn", "nn", "")]
    [InlineData("/en", "en", "")]
    public async Task Post_InEachLanguage_KeepsTheLanguageAndAllThatWasChosen(string prefix, string language, string title)
    {
        using var visitor = app.CreateVisitor();

        var code = await app.AskAsync(visitor, "Hvordan blir jeg elektriker?", age: "20", gender: "NotSaid", topic: QuestionVisits.Topic, isPrivate: language == "nn", language: prefix);
        var receipt = await visitor.VisitAsync(prefix + QuestionVisits.ReceiptPath);
        var id = await app.ThreadOfAsync(code);
        var thread = await app.InDatabaseAsync(db => db.QuestionThreads.AsNoTracking().Include(one => one.Questions).SingleAsync(one => one.Id == id));

        Assert.Equal((language, 20, AskerGender.NotSaid, QuestionVisits.Topic, language != "nn"), (thread.Language, thread.Age, thread.Gender, thread.Topic, thread.MayPublish));
        Assert.Equal((QuestionState.Received, language), (Assert.Single(thread.Questions).State, thread.Questions[0].Language));
        Assert.Equal(language, receipt.Document.DocumentElement.GetAttribute("lang"));
        Assert.NotEmpty(receipt.TextOf("h1"));
        Assert.True(title.Length == 0 || title == receipt.TextOf("h1"));
    }

    [Fact]
    public async Task Post_WithoutATopic_KeepsNone()
    {
        var id = await app.ThreadOfAsync(await app.AskAsync("Jeg vet ikke hva det handler om."));

        Assert.Null(await app.InDatabaseAsync(db => db.QuestionThreads.Where(one => one.Id == id).Select(one => one.Topic).SingleAsync()));
    }

    [Fact]
    public async Task V3_5_1_Post_WithoutTokenOrFromElsewhereOrWithAnotherVerb_IsRefused()
    {
        using var visitor = app.CreateVisitor();
        var fields = await app.BeginAskAsync(visitor, "Dette skal ikke lagres");
        var before = await CountAsync();

        var without = await visitor.PostFormAsync(QuestionVisits.AskPath, fields.Where(field => field.Key != "__RequestVerificationToken").ToDictionary());
        using var elsewhere = new HttpRequestMessage(HttpMethod.Post, new Uri(QuestionVisits.AskPath, UriKind.Relative)) { Content = new FormUrlEncodedContent(fields), Headers = { { "Sec-Fetch-Site", "cross-site" } } };
        using var refused = await visitor.SendAsync(elsewhere);

        var withNul = await visitor.PostFormAsync(QuestionVisits.AskPath, new Dictionary<string, string>(fields) { ["Tekst"] = "Dette skal\0 ikke lagres" });

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Forbidden, HttpStatusCode.BadRequest), (without.Status, refused.StatusCode, withNul.Status));
        foreach (var verb in new[] { "PUT", "DELETE", "PATCH" })
        {
            using var odd = new HttpRequestMessage(new HttpMethod(verb), new Uri(QuestionVisits.AskPath, UriKind.Relative));
            using var answer = await visitor.SendAsync(odd);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        }

        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Compression_OfTheForm_IsForReadingAlone_NeverForWhatWasTyped()
    {
        using var visitor = app.CreateVisitor();
        var fields = new Dictionary<string, string>((await HtmlPage.ReadAsync(await visitor.GetAsync(new Uri(QuestionVisits.AskPath, UriKind.Relative)))).Form(QuestionVisits.AskPath)) { ["Sett"] = "true" };
        visitor.DefaultRequestHeaders.Add("Accept-Encoding", "br");

        using var read = await visitor.GetAsync(new Uri($"{QuestionVisits.AskPath}?x=KANARI", UriKind.Relative));
        using var content = new FormUrlEncodedContent(fields);
        using var refused = await visitor.PostAsync(new Uri(QuestionVisits.AskPath, UriKind.Relative), content);

        Assert.Equal(["br"], read.Content.Headers.ContentEncoding);
        Assert.Empty(refused.Content.Headers.ContentEncoding);
        using var plain = app.CreateVisitor();
        Assert.DoesNotContain("KANARI", await plain.GetStringAsync(new Uri($"{QuestionVisits.AskPath}?x=KANARI", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Empty_ListsWhatIsMissingInTheOrderOfTheForm()
    {
        using var visitor = app.CreateVisitor();
        var fields = new Dictionary<string, string>((await HtmlPage.ReadAsync(await visitor.GetAsync(new Uri(QuestionVisits.AskPath, UriKind.Relative)))).Form(QuestionVisits.AskPath)) { ["Sett"] = "true" };

        using var content = new FormUrlEncodedContent(fields);
        var page = await HtmlPage.ReadAsync(await visitor.PostAsync(new Uri(QuestionVisits.AskPath, UriKind.Relative), content));

        Assert.Equal(["#Tekst", "#Tema", "#Alder", "#Kjonn-Girl", "#Lest"], page.Document.QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href")));
    }

    private static string Typed(HtmlPage page) => ((IHtmlTextAreaElement)page.Document.QuerySelector("#Tekst")!).Value;

    private static string Own(HtmlPage receipt) => receipt.Document.QuerySelector(".as-written")!.TextContent;

    private static (string, string, string, string) Chosen(HtmlPage page)
    {
        var fields = new Dictionary<string, string>(page.Form(QuestionVisits.AskPath)) { ["Sett"] = "true" };
        return (fields["Tema"], fields["Alder"], fields["Kjonn"], fields["Lest"]);
    }

    private Task<int> CountAsync() => app.InDatabaseAsync(db => db.Questions.CountAsync());
}
