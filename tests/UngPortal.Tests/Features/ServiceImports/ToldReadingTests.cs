using System.Text.Json.Nodes;
using UngPortal.Features.ServiceImports;
using UngPortal.Features.ServiceImports.Reading;

namespace UngPortal.Tests.Features.ServiceImports;

/// <summary>Languages and accessibility in packages.</summary>
public sealed class ToldReadingTests
{
    private static readonly ServiceTerms Terms = new(new Dictionary<string, string>(StringComparer.Ordinal) { ["hfu"] = "hfu" }, new HashSet<string>(StringComparer.Ordinal), "hfu", "Prøveland", new DateOnly(2026, 11, 23));

    [Fact]
    public void HsdsAlone_TellsItsLanguages_AndNothingThatStandsInFreeWords()
    {
        var row = Read(""" "languages": [{ "code": "NNO" }, { "code": "uk" }, { "name": "Esperanto" }], "service_at_locations": [{ "location": { "location_type": "physical", "x-municipality": "0301", "accessibility": [{ "description": "Ramp at the back" }] } }] """);

        Assert.Empty(row.Faults);
        Assert.Equal(["no", "uk"], row.Facts!.Languages);
        Assert.Empty(row.Facts.Told);
    }

    [Theory]
    [InlineData(""" "languages": [{ "code": "xx" }] """, ImportFaultKind.BadLanguage)]
    [InlineData(""" "x-told": ["step-free", "helipad"] """, ImportFaultKind.BadFact)]
    [InlineData(""" "x-told": ["lift"], "service_at_locations": [{ "location": { "location_type": "physical", "x-municipality": "0301", "accessibility": [{ "x-fact": "step-free" }] } }] """, ImportFaultKind.Disagrees)]
    public void WhatIsNoFact_IsRefused(string more, ImportFaultKind fault) => Assert.Contains(Read(more).Faults, found => found.Fault.Kind == fault);

    private static ReadRow Read(string more) => ServiceReading.Read(
        new("a.json", 1, (JsonObject)JsonNode.Parse($$"""{ "id": "a1", "name": "Prøvehuset", "status": "active", "url": "https://prove.invalid/", "x-municipality": "0301", {{more}} }""")!), Terms);
}
