using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.ServiceImports;
using UngPortal.Features.ServiceImports.Reading;
using UngPortal.Features.Services;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.ServiceImports;

/// <summary>What services in packages cost.</summary>
public sealed class CostReadingTests
{
    private static readonly ServiceTerms Terms = new(new Dictionary<string, string>(StringComparer.Ordinal) { ["hfu"] = "hfu" }, new HashSet<string>(StringComparer.Ordinal), "hfu", "Prøveland", new DateOnly(2026, 11, 23));

    [Theory]
    [InlineData(""" "cost_options": [{ "option": "Under 18", "amount": 35.5, "currency": "gbp", "amount_description": "per hour" }, { "option": "Over 18", "amount": 50, "currency": "gbp" }] """, "Under 18: 35.5 GBP per hour; Over 18: 50 GBP")]
    [InlineData(""" "cost_options": [{ "option": "Under 18", "amount": 0, "currency": "NOK" }] """, "Under 18: 0 NOK")]
    [InlineData(""" "cost_options": [{ "amount": 90, "valid_to": "2025-12-31" }, { "amount": 100, "valid_from": "2026-01-01" }, { "amount": 110, "valid_from": "2027-01-01" }] """, "100")]
    [InlineData(""" "fees_description": "Ring og spør." """, "Ring og spør.")]
    [InlineData(""" "fees": "50 kr" """, "50 kr")]
    public void APrice_IsReadInWords(string more, string cost)
    {
        var row = Read(more);

        Assert.Empty(row.Faults);
        Assert.Equal((cost, 0), (row.Facts!.Cost["nb"], row.Facts.Told.Length));
    }

    [Theory]
    [InlineData(""" "cost_options": [{ "option": "Free" }] """)]
    [InlineData(""" "cost_options": [{ "amount": 0 }] """)]
    [InlineData(""" "cost_options": [{ "option": "Det er gratis her", "amount": 0, "x-fact": "free" }], "x-told": ["free"] """)]
    [InlineData(""" "fees_description": "Gratis." """)]
    public void WhatIsFreeForAll_IsTheFact(string more)
    {
        var row = Read(more);

        Assert.Empty(row.Faults);
        Assert.Equal([ToldFacts.Free], row.Facts!.Told);
        Assert.Empty(row.Facts.Cost);
    }

    [Fact]
    public void Nothing_SaysNothing() => Assert.True(Read(""" "cost_options": [] """).Facts is { Told: [], Cost.Count: 0 });

    [Theory]
    [InlineData(""" "x-told": ["free"], "fees_description": "50 kr" """)]
    [InlineData(""" "x-told": ["free"], "x-cost": { "nb": "50 kr" } """)]
    [InlineData(""" "x-told": ["anonymous"], "cost_options": [{ "option": "free" }] """)]
    [InlineData(""" "x-cost": { "nb": "50 kr" }, "cost_options": [{ "option": "60 kr" }] """)]
    public void FreeAndAPrice_AreRefused(string more) => Assert.Contains(Read(more).Faults, found => found.Fault.Kind == ImportFaultKind.Disagrees);

    [Fact]
    public void APriceThatIsTooLong_IsRefused_NeverCut() => Assert.Contains(Read($$""" "fees_description": "{{new string('a', Service.SaidMaxLength + 1)}}" """).Faults, found => found.Fault is { Kind: ImportFaultKind.TextTooLong, Column: "fees_description" });

    /// <summary>The newer word counts, and takes nothing else away.</summary>
    [Fact]
    public async Task APackageOfHsds_MakesAFreeServicePriced_AndFreeAgain()
    {
        using var app = new PortalApp();
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        await TakeAsync(""" "x-told": ["free", "anonymous"] """);
        Assert.Equal("free anonymous –", await ToldAsync());

        await TakeAsync(""" "cost_options": [{ "option": "50 kr" }] """);
        Assert.Equal("anonymous 50 kr", await ToldAsync());

        await TakeAsync(""" "cost_options": [{ "option": "free" }] """);
        Assert.Equal("free anonymous –", await ToldAsync());

        await TakeAsync(""" "description": "Et sted." """);
        Assert.Equal("free anonymous –", await ToldAsync());

        async Task TakeAsync(string more) => await app.ImportAsync(editor, await editor.ReportedAsync(("a.json", ImportVisits.Bytes($"[{ImportVisits.One("c1", "Prishuset").TrimEnd('}')}, {more} }}]"))));

        Task<string> ToldAsync() => app.InDatabaseAsync(async db =>
        {
            var service = await db.Services.AsNoTracking().SingleAsync(one => one.Slug.StartsWith("prishuset"));
            return $"{string.Join(' ', service.Told)} {(service.Cost.Count > 0 ? service.Cost["nb"] : "–")}";
        });
    }

    private static ReadRow Read(string more) => ServiceReading.Read(
        new("a.json", 1, (JsonObject)JsonNode.Parse($$"""{ "id": "a1", "name": "Prøvehuset", "status": "active", "url": "https://prove.invalid/", "x-municipality": "0301", {{more}} }""")!), Terms);
}
