using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Accounts;
using UngPortal.Features.MediaLibrary;
using UngPortal.Features.MediaLibrary.Films;
using UngPortal.Features.Organisations;
using UngPortal.Features.Publications;
using UngPortal.Features.Publishing;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Media.Storing;

namespace UngPortal.Testing;

/// <summary>What tests need to know about organisations' rows.</summary>
public static class StaffRows
{
    extension(PortalApp app)
    {
        /// <summary>Every staff route that takes a number, with an address of the organisation's own; the rows are made when they are not there.</summary>
        public async Task<IReadOnlyDictionary<string, string>> RowsOfAsync(string house)
        {
            var person = await app.HireAsync(house, StaffRole.Editor);
            var organisation = await app.HouseIdAsync(house);
            var draft = await app.DraftOfAsync(organisation, person);
            var picture = await app.PictureOfAsync(organisation, person);
            var video = await app.DraftOfAsync(organisation, person, PublicationKind.Video);
            var film = await app.FilmOfAsync(organisation, person);
            var expert = await app.HireAsync(house, StaffRole.Expert);
            var question = await app.AskedAsync();
            var averting = await app.AvertingAsync(expert);
            var service = (await app.ServiceAsync()).Id;
            var atPanel = await app.ToolAtPanelAsync();
            return new Dictionary<string, string>
            {
                ["/admin/innhold/filer/{type}/{slug}"] = "/admin/innhold/filer/Article/slutte-med-snus-og-vape",
                ["/admin/innhold/{id:int}"] = $"/admin/innhold/{draft}",
                ["/admin/innhold/{id:int}/autolagring"] = $"/admin/innhold/{draft}/autolagring",
                ["/admin/innhold/{id:int}/fjern-sprak"] = $"/admin/innhold/{draft}/fjern-sprak?sprak=nn",
                ["/admin/innhold/{id:int}/forhandsvisning"] = $"/admin/innhold/{draft}/forhandsvisning",
                ["/admin/innhold/{id:int}/film"] = $"/admin/innhold/{video}/film",
                ["/admin/innhold/{id:int}/historikk"] = $"/admin/innhold/{draft}/historikk",
                ["/admin/innhold/{id:int}/kommentar"] = $"/admin/innhold/{draft}/kommentar",
                ["/admin/innhold/{id:int}/steg"] = $"/admin/innhold/{draft}/steg",
                ["/admin/medier/{name}"] = $"/admin/medier/{picture}",
                ["/admin/medier/{name}/bytt"] = $"/admin/medier/{picture}/bytt",
                ["/admin/folk/{id:int}"] = $"/admin/folk/{person}",
                ["/admin/folk/{id:int}/endre"] = $"/admin/folk/{person}/endre",
                ["/admin/medier/film/{name}"] = $"/admin/medier/film/{film}",
                ["/admin/medier/film/{name}/del"] = $"/admin/medier/film/{film}/del",
                ["/admin/medier/film/{name}/plakat"] = $"/admin/medier/film/{film}/plakat",
                ["/admin/medier/film/{name}/teksting"] = $"/admin/medier/film/{film}/teksting?sprak=nb",
                ["/admin/sporsmal/publisering/{id:guid?}"] = $"/admin/sporsmal/publisering/{question}",
                ["/admin/sporsmal/svar/{publicId:int}"] = $"/admin/sporsmal/svar/{await app.PublicAsync(expert)}",
                ["/admin/sporsmal/{id:guid}/rett"] = $"/admin/sporsmal/{question}/rett",
                ["/admin/sporsmal/sortering/{id:guid?}"] = $"/admin/sporsmal/sortering/{question}",
                ["/admin/avverging/{id:guid}"] = $"/admin/avverging/{averting}",
                ["/admin/avverging/{id:guid}/steg"] = $"/admin/avverging/{averting}/steg",
                ["/admin/sporsmal/stengt/{id:int}"] = $"/admin/sporsmal/stengt/{await app.ClosingAsync()}",
                ["/admin/sporsmal/tekstbiter/{id:int}"] = $"/admin/sporsmal/tekstbiter/{await app.SnippetAsync()}",
                ["/admin/sporsmal/{id:guid}"] = $"/admin/sporsmal/{question}",
                ["/admin/sporsmal/{id:guid}/les"] = $"/admin/sporsmal/{question}/les",
                ["/admin/verktoy/kriterier/{number:int}"] = $"/admin/verktoy/kriterier/{await app.CriteriaDraftAsync()}",
                ["/admin/verktoy/{id:int}"] = $"/admin/verktoy/{atPanel}",
                ["/admin/verktoy/{id:int}/avgjorelse"] = $"/admin/verktoy/{atPanel}/avgjorelse",
                ["/admin/verktoy/{id:int}/fakta"] = $"/admin/verktoy/{atPanel}/fakta",
                ["/admin/verktoy/{id:int}/meldinger"] = $"/admin/verktoy/{atPanel}/meldinger",
                ["/admin/verktoy/{id:int}/skjermbilder"] = $"/admin/verktoy/{await app.PicturedToolAsync(picture)}/skjermbilder",
                ["/admin/verktoy/{id:int}/ungdomspanel"] = $"/admin/verktoy/{atPanel}/ungdomspanel",
                ["/admin/verktoy/{id:int}/vurdering/{part}"] = $"/admin/verktoy/{atPanel}/vurdering/fag",
                ["/admin/verktoy/{id:int}/vurdering/{part}/les"] = $"/admin/verktoy/{atPanel}/vurdering/fag/les",
                ["/admin/svarere/{id:int}"] = $"/admin/svarere/{expert}",
                ["/admin/tjenester/import/{id:int}"] = $"/admin/tjenester/import/{await app.ImportRunAsync()}",
                ["/admin/tjenester/{id:int}"] = $"/admin/tjenester/{service}",
                ["/admin/tjenester/{id:int}/kontakt"] = $"/admin/tjenester/{service}/kontakt",
                ["/admin/tjenester/{id:int}/kriterier"] = $"/admin/tjenester/{service}/kriterier",
                ["/admin/tjenester/{id:int}/opplysninger"] = $"/admin/tjenester/{service}/opplysninger",
                ["/admin/tjenester/{id:int}/unntak"] = $"/admin/tjenester/{service}/unntak",
                ["/admin/organisasjoner/{id:int}"] = $"/admin/organisasjoner/{organisation}",
                ["/admin/organisasjoner/{id:int}/avtaler"] = $"/admin/organisasjoner/{organisation}/avtaler",
            };
        }

        /// <summary>A new draft of the organisation's. Returns its number.</summary>
        public Task<int> DraftOfAsync(int organisationId, int staffId, PublicationKind kind = PublicationKind.Article) => app.InDatabaseAsync(async db =>
        {
            var now = db.Time.GetUtcNow().UtcDateTime;
            var author = new StaffIdentity { Id = staffId, Name = "Person", SessionId = 0, ConfirmedAt = now, Seats = [] };
            var draft = db.Drafts.Add(Draft.Begin(kind, $"prove-{staffId}", organisationId, new DraftContent().With("nn", new DraftContent.Text("Ei prøve", "", "")), author, now)).Entity;
            await db.SaveChangesAsync();
            return draft.Id;
        });

        /// <summary>A new picture of the organisation's, one whose files nobody kept. Returns its name.</summary>
        public Task<string> PictureOfAsync(int organisationId, int staffId) => app.InDatabaseAsync(async db =>
        {
            var now = db.Time.GetUtcNow().UtcDateTime;
            var picture = db.Add(new MediaItem { OrganisationId = organisationId, UploadedById = staffId, UploadedAt = now }).Entity;
            picture.Describe([], isDecorative: true, "Kari Prøve", MediaLicence.Own);
            picture.Show(new NewPicture(16, 16, [new NewPicture.File(MediaName.New("jpg"), "jpg", 16, 16, 1)]), now);
            await db.SaveChangesAsync();
            return picture.Name;
        });

        /// <summary>A film of the organisation's that is made, one whose files nobody kept. Returns its name.</summary>
        public Task<string> FilmOfAsync(int organisationId, int staffId, string title = "Prøvefilm") => app.InDatabaseAsync(async db =>
        {
            var now = db.Time.GetUtcNow().UtcDateTime;
            var film = db.Films.Add(new Film { OrganisationId = organisationId, UploadedById = staffId, BegunAt = now, FileName = "prove.mp4", BytesTold = 1 }).Entity;
            film.Describe(title, "Kari Prøve", MediaLicence.Own);
            film.Receive(0, 1, now);
            film.Complete(now);
            film.Claim("prøve", now.AddMinutes(1), now);
            film.Finish("prøve", new NewFilm(new(MediaName.New("mp4"), 1), new(MediaName.New("webp"), 1), 1280, 720, 12), now);
            await db.SaveChangesAsync();
            return film.Name;
        });

        /// <summary>The number of the organisation's row.</summary>
        public Task<int> HouseIdAsync(string house) => app.InDatabaseAsync(db => db.Organisations.Where(one => one.Number == house).Select(one => one.Id).SingleAsync());

        /// <summary>Ends the organisation's agreement with the day before today; the clock stands on its second day.</summary>
        public Task<int> EndAgreementAsync(string house) => app.InDatabaseAsync(async db =>
        {
            var organisation = await db.Organisations.Include(one => one.Agreements).SingleAsync(one => one.Number == house);
            organisation.EndAgreement(organisation.Agreements[^1].Id, OsloTime.DayOf(db.Time.GetUtcNow().UtcDateTime).AddDays(-1));
            return await db.SaveChangesAsync();
        });

        /// <summary>What was written down about a subject, in order: <c>action detail</c>.</summary>
        public Task<List<string>> AuditOfAsync(string subject) => app.InDatabaseAsync(async db =>
            (await db.AuditEntries.Where(entry => entry.Subject == subject).OrderBy(entry => entry.Id).Select(entry => new { entry.Action, entry.Detail }).ToListAsync())
                .ConvertAll(entry => $"{entry.Action} {entry.Detail}".TrimEnd()));

        /// <summary>How many roles the person holds that have not been taken away.</summary>
        public Task<int> SeatsHeldAsync(int staffId) => app.InDatabaseAsync(db => db.Memberships.CountAsync(seat => seat.StaffId == staffId && seat.EndedAt == null));

        /// <summary>A person as stored.</summary>
        public Task<StaffMember> StaffAsync(int staffId) => app.InDatabaseAsync(db => db.Staff.AsNoTracking().SingleAsync(person => person.Id == staffId));
    }

    extension(HttpClient client)
    {
        /// <summary>Opens a page, fills in its form and sends it.</summary>
        /// <param name="path">The page with the form.</param>
        /// <param name="action">What the form posts to; the page itself when null.</param>
        /// <param name="fields">What is written; a null takes a field away.</param>
        public async Task<HtmlPage> FillInAsync(string path, string? action, params (string Name, string? Value)[] fields)
        {
            var page = await HtmlPage.ReadAsync(await client.GetAsync(new Uri(path, UriKind.Relative)));
            var form = page.Form(action ?? path).Select(pair => (pair.Key, (string?)pair.Value)).Where(pair => fields.All(field => field.Name != pair.Key));
            var sent = form.Concat(fields.Select(field => (Key: field.Name, field.Value))).Where(pair => pair.Item2 is not null).Select(pair => KeyValuePair.Create(pair.Key, pair.Item2));
            using var content = new FormUrlEncodedContent(sent);
            return await HtmlPage.ReadAsync(await client.PostAsync(new Uri(action ?? path, UriKind.Relative), content));
        }
    }
}
