using Microsoft.Playwright;
using UngPortal.BrowserTests.Site;
using UngPortal.Features.Publications;
using UngPortal.Features.Publishing;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Testing;

namespace UngPortal.BrowserTests.Journeys;

/// <summary>An editor with a text open in a browser.</summary>
internal static class EditorDesk
{
    public const string Field = "#Tekst";

    extension(BrowserSite site)
    {
        /// <summary>A new draft of the house's. Returns its number.</summary>
        public async Task<int> DraftAsync(string slug, DraftContent content, PublicationKind kind = PublicationKind.Article)
        {
            var author = await site.App.HireAsync(roles: StaffRole.Editor);
            var house = await site.App.HouseIdAsync(StaffVisits.OwnHouse);
            return await site.App.InDatabaseAsync(async db =>
            {
                var person = new StaffIdentity { Id = author, Name = "Person", SessionId = 0, ConfirmedAt = DateTime.UnixEpoch, Seats = [] };
                var draft = db.Drafts.Add(Draft.Begin(kind, slug, house, content, person, db.Time.GetUtcNow().UtcDateTime)).Entity;
                await db.SaveChangesAsync();
                return draft.Id;
            });
        }

        /// <summary>The draft's text in bokmål as it is stored.</summary>
        public async Task<DraftContent> StoredAsync(int id) => (await site.App.InDatabaseAsync(async db => await db.Drafts.FindAsync(id)))!.Content;
    }

    extension(Visit visit)
    {
        /// <summary>Signs a new editor in.</summary>
        public async Task SignInAsync(BrowserSite site)
        {
            using var client = await site.App.SignInAsAsync(StaffRole.Editor);
            var (name, value) = client.DefaultRequestHeaders.GetValues("Cookie").Single().Split('=', 2) is [var first, var second] ? (first, second) : ("", "");
            await visit.Context.AddCookiesAsync([new Cookie { Name = name, Value = value, Url = site.Origin }]);
        }

        public Task<string> TextAsync() => visit.Page.InputValueAsync(Field);

        /// <summary>What is selected in the field.</summary>
        public Task<string> SelectedAsync() => visit.Page.EvaluateAsync<string>("() => { const f = document.querySelector('#Tekst'); return f.value.slice(f.selectionStart, f.selectionEnd); }");

        /// <summary>Writes the text and selects a part of it; the end when the part is empty.</summary>
        public async Task WriteAsync(string text, string part = "")
        {
            await visit.Page.FillAsync(Field, text);
            await visit.Page.EvaluateAsync("part => { const f = document.querySelector('#Tekst'); f.focus(); const at = part ? f.value.indexOf(part) : f.value.length; f.setSelectionRange(at, at + part.length); }", part);
        }
    }
}
