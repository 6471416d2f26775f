using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using UngPortal.Features.Accounts;
using UngPortal.Features.Answers;
using UngPortal.Features.Api;
using UngPortal.Features.Auditing;
using UngPortal.Features.Averting;
using UngPortal.Features.Choosing;
using UngPortal.Features.Experts;
using UngPortal.Features.Feedback;
using UngPortal.Features.Feeds;
using UngPortal.Features.Importing;
using UngPortal.Features.MailView;
using UngPortal.Features.MediaLibrary;
using UngPortal.Features.Organisations;
using UngPortal.Features.Publications;
using UngPortal.Features.Publishing;
using UngPortal.Features.Questions;
using UngPortal.Features.Safety;
using UngPortal.Features.Search;
using UngPortal.Features.SelfHelpTools;
using UngPortal.Features.ServiceImports;
using UngPortal.Features.Services;
using UngPortal.Features.Shared;
using UngPortal.Platform.Access;
using UngPortal.Platform.Localization;

namespace UngPortal.Features;

/// <summary>The table of contents: one line per feature.</summary>
public static class FeatureList
{
    /// <summary>Whose pages anyone may read. A folder that is not here is for staff only.</summary>
    private static readonly string[] PublicFolders =
    [
        "/Answers/Library", "/Answers/Reading", "/Api/Documentation", "/Articles", "/Choosing", "/Errors", "/Feedback", "/Home", "/Illustrations", "/Pages", "/Questions/Asking", "/Questions/Checking", "/Safety", "/Search", "/SelfHelpTools/Browsing", "/SelfHelpTools/Reporting", "/Services/Browsing", "/Services/Confirming", "/Services/Finding", "/Services/Reporting", "/Settings", "/TopicPages", "/Videos",
    ];

    public static void AddFeatures(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(typeof(IStringLocalizer<>), typeof(PortalTexts<>));
        builder.Services.Configure<RazorPagesOptions>(pages => Array.ForEach(PublicFolders, pages.Conventions.OpenToEveryone));
        builder.AddVisitorChoice();
        builder.AddShownSettings();
        builder.AddPublications();
        builder.AddImporting();
        builder.AddServices();
        builder.AddChoosing();
        builder.AddServiceImports();
        builder.AddApi();
        builder.AddSelfHelpTools();
        builder.AddSafety();
        builder.AddSearch();
        builder.AddFeedback();
        builder.AddOrganisations();
        builder.AddAccounts();
        builder.AddPublishing();
        builder.AddAuditing();
        builder.AddMailView();
        builder.AddMediaLibrary();
        builder.AddExperts();
        builder.AddAnswers();
        builder.AddQuestions();
        builder.AddAverting();
    }

    public static void MapFeatures(this WebApplication app)
    {
        app.MapSafety();
        app.MapSearch();
        app.MapServices();
        app.MapFeeds();
        app.MapQuestions();
        app.MapApi();
    }
}
