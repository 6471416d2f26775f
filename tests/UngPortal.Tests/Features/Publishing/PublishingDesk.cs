using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Publications;
using UngPortal.Features.Publishing;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Publishing;

/// <summary>What people do at the desk, over HTTP with the real forms.</summary>
internal static class PublishingDesk
{
    public const string Slug = "en-helt-ny-artikkel";
    public const string Title = "En helt ny artikkel";

    private static readonly string[] Lists = ["Tema", "Alder", "Relatert", "Bilder", "Tjenester"];

    /// <summary>The fields of a form as a browser would send them, lists in order with line feeds between.</summary>
    public static Dictionary<string, string> Fields(HtmlPage page, string action)
    {
        var fields = page.Form(action);
        foreach (var list in Lists)
        {
            fields.Remove(list);
            var chosen = page.Document.QuerySelectorAll($"form[action='{action}'] input[name={list}]").Where(field => field is not AngleSharp.Html.Dom.IHtmlInputElement { Type: "checkbox", IsChecked: false });
            if (chosen.Select(field => field.GetAttribute("value")!).ToList() is { Count: > 0 } values)
            {
                fields[list] = string.Join('\n', values);
            }
        }

        return fields;
    }

    extension(HttpClient client)
    {
        public async Task<HtmlPage> PageAsync(string path) => await HtmlPage.ReadAsync(await client.GetAsync(new Uri(path, UriKind.Relative)));

        /// <summary>Sends a page's form with some fields changed. Fields with several values are parted by line feeds.</summary>
        public async Task<HtmlPage> SendAsync(string page, string action, params (string Name, string Value)[] fields) => await client.SendAsync(await client.PageAsync(page), action, action, fields);

        /// <summary>Sends the form of a page that is open already, to where one of its buttons leads.</summary>
        public async Task<HtmlPage> SendAsync(HtmlPage page, string action, string to, params (string Name, string Value)[] fields)
        {
            var form = Fields(page, action);
            foreach (var (name, value) in fields)
            {
                form[name] = value;
            }

            using var content = new FormUrlEncodedContent(form.SelectMany(field => Lists.Contains(field.Key) ? field.Value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(value => KeyValuePair.Create(field.Key, value)) : [field]));
            return await HtmlPage.ReadAsync(await client.PostAsync(new Uri(to, UriKind.Relative), content));
        }

        /// <summary>Begins a text and returns its number.</summary>
        public async Task<int> BeginAsync(string title = Title, PublicationKind kind = PublicationKind.Article)
        {
            var answer = await client.SendAsync("/admin/innhold/ny", "/admin/innhold/ny", ("Type", kind.ToString()), ("Tittel", title));
            return int.Parse(answer.Response.Headers.Location!.OriginalString.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        }

        /// <summary>Writes everything an article needs.</summary>
        public Task<HtmlPage> WriteAsync(int id, string body = "Dette er en tekst. Den er kort.", params (string Name, string Value)[] more) => client.SendAsync(
            $"/admin/innhold/{id}",
            $"/admin/innhold/{id}",
            [("Ingress", "En ingress."), ("Tekst", body), ("Tema", "psykisk-helse"), ("Alder", "13-15"), ("Kilder", "Psykisk helse | Helsenorge | https://www.helsenorge.no/psykisk-helse/"), .. more]);

        public async Task<HtmlPage> StepAsync(int id, DraftStep step, params (string Name, string Value)[] more)
        {
            var page = await client.PageAsync($"/admin/innhold/{id}");
            var form = page.Document.QuerySelectorAll("form[action$='/steg']").FirstOrDefault(form => form.QuerySelector($"button[value={step}]") is not null);
            var fields = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Steg"] = step.ToString(),
                ["Versjon"] = form?.QuerySelector("input[name=Versjon]")?.GetAttribute("value") ?? page.Document.QuerySelector("input[name=Versjon]")!.GetAttribute("value")!,
                ["__RequestVerificationToken"] = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
            };
            foreach (var (name, value) in more)
            {
                fields[name] = value;
            }

            using var content = new FormUrlEncodedContent(fields);
            return await HtmlPage.ReadAsync(await client.PostAsync(new Uri($"/admin/innhold/{id}/steg", UriKind.Relative), content));
        }
    }

    extension(PortalApp app)
    {
        /// <summary>A text with all its approvals. Returns its number.</summary>
        public async Task<int> ApprovedAsync(HttpClient author)
        {
            using var editor = await app.SignInAsAsync(StaffRole.ChiefEditor);
            using var professional = await app.SignInAsAsync(StaffRole.Expert);
            var id = await author.BeginAsync();
            await author.WriteAsync(id);
            await author.StepAsync(id, DraftStep.Submit);
            await editor.StepAsync(id, DraftStep.ApproveAsEditor);
            await professional.StepAsync(id, DraftStep.ApproveAsProfessional);
            Assert.Equal(DraftState.Approved, (await app.DraftAsync(id)).State);
            return id;
        }

        public Task<Draft> DraftAsync(int id) => app.InDatabaseAsync(db => db.Drafts.AsNoTracking().Include(draft => draft.Revisions).FirstAsync(draft => draft.Id == id));
    }
}
