using System.Text;
using UngPortal.Features.ServiceImports.Reading;

namespace UngPortal.Tests.Features.ServiceImports;

/// <summary>Packages of many invented services in the shapes that HSDS had before 3.0. Of each ten, five are broken, each in its own manner.</summary>
internal static class InventedTables
{
    public const string Type = "Helsestasjon for ungdom";
    private static readonly string[] Codes = ["0184", "5003", "7010", "9008"];

    /// <summary>HSDS 1.1 as its packages come: weekdays in words, hours at the place, a table of days that are closed; old Windows letters.</summary>
    public static IReadOnlyList<PackageFile> Version11(int count)
    {
        var letters = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        var all = Enumerable.Range(0, count).ToList();
        return
        [
            Table(letters, "organizations.csv", "id,name,description", ["o1,Værøy kommune,"]),
            Table(letters, "services.csv", "id,organization_id,program_id,name,alternate_name,description,url,email,status", all.SelectMany(Twice).Select(n => $"s{n},o1,,Ungdomstilbudet på Værøy {n},,\"Blåbær, kaffe og prat\",http://sted{n}.invalid/,,active")),
            Table(letters, "locations.csv", "id,organization_id,name,latitude,longitude", all.Select(n => $"l{n},o1,Huset {n},,")),
            Table(letters, "services_at_location.csv", "id,service_id,location_id,description", all.Select(n => $"x{n},s{n},l{n},")),
            Table(letters, "physical_addresses.csv", "id,location_id,address_1,city,postal_code,country", all.Select(n => $"a{n},l{n},Gata {n},,{(n % 10 == 6 ? "0000" : Codes[n % Codes.Length])},NO")),
            Table(letters, "phones.csv", "id,location_id,service_id,organization_id,contact_id,number,type", all.SelectMany(n => n % 10 == 5 ? [Phone(n), $"q{n},,borte{n},,,22 40 00 41,voice"] : new[] { Phone(n) })),
            Table(letters, "regular_schedules.csv", "id,service_id,location_id,service_at_location_id,weekday,opens_at,closes_at", all.SelectMany(Week)),
            Table(letters, "holiday_schedules.csv", "id,service_id,location_id,closed,start_date,end_date,opens_at,closes_at", all.Select(n => $"f{n},s{n},,true,2026-12-24,2027-01-01,,")),
            Table(letters, "service_areas.csv", "id,service_id,service_area,description", all.Select(n => $"o{n},s{n},Bærum,")),
            Table(letters, "taxonomy.csv", "id,name,parent_id,vocabulary", [$"t1,{Type},,"]),
            Table(letters, "services_taxonomy.csv", "id,service_id,taxonomy_id", all.Select(n => $"m{n},s{n},t1")),
            Table(letters, "eligibility.csv", "id,service_id,eligibility,minimum_age,maximum_age", all.Select(n => $"e{n},s{n},Ungdom,13,120")),
        ];
    }

    /// <summary>HSDS 2.0: rules of iCalendar, terms under another name; cut by semicolons, in UTF-8 with its mark.</summary>
    public static IReadOnlyList<PackageFile> Version20(int count)
    {
        var letters = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);
        var all = Enumerable.Range(0, count).ToList();
        return
        [
            Table(letters, "services.csv", "id;organization_id;name;description;url;status", all.Select(n => $"s{n};o1;Ungdomsklubben på Bø {n};Åpent hus;https://klubb{n}.invalid/;{(n % 10 == 6 ? "defunct" : "active")}")),
            Table(letters, "phones.csv", "id;service_id;number;type", all.Select(n => $"p{n};s{n};{(n % 10 == 5 ? "ring oss" : "22 40 00 42")};{(n % 2 == 0 ? "cell" : "voice")}")),
            Table(letters, "schedules.csv", "id;service_id;valid_from;valid_to;dtstart;timezone;freq;interval;byday;opens_at;closes_at", all.Select(n => $"h{n};s{n};;;;{(n % 10 == 4 ? "-5" : "")};{(n % 10 == 2 ? "MONTHLY" : "WEEKLY")};{(n % 10 == 3 ? 2 : 1)};{(n % 10 == 1 ? "XX" : "TU,TH")};17:00;21:00")),
            Table(letters, "service_areas.csv", "id;service_id;service_area", all.Select(n => $"o{n};s{n};Bærum")),
            Table(letters, "taxonomy_terms.csv", "id;term;description;parent_id;taxonomy;language", [$"t1;{Type};;;;nb"]),
            Table(letters, "service_attributes.csv", "id;service_id;taxonomy_term_id", all.Select(n => $"m{n};s{n};t1")),
            Table(letters, "other_attributes.csv", "id;link_id;link_type;taxonomy_term_id", ["n1;l1;location;t1", "n2;borte;service;t1"]),
        ];
    }

    private static int[] Twice(int n) => n % 10 == 4 ? [n, n] : [n];

    private static string Phone(int n) => $"p{n},,s{n},,,22 40 00 40,voice";

    private static IEnumerable<string> Week(int n) => (n % 10) switch
    {
        1 => [$"h{n},,l{n},,Monday,9:00,15:30", $"i{n},,l{n},,Thursday,25:00,26:00"],
        2 => [$"h{n},,l{n},,Monday,15:30,9:00"],
        3 => [$"h{n},,l{n},,Monday,9:00,15:30", $"i{n},,l{n},,Monday,14:00,18:00"],
        7 => [$"h{n},,l{n},,Mandag til fredag,9:00,15:30"],
        _ => [$"h{n},,l{n},,Monday,9:00,15:30", $"i{n},,l{n},,Thu,9:00,15:30"],
    };

    private static PackageFile Table(Encoding letters, string name, string head, IEnumerable<string> rows) => new(name, [.. letters.Preamble, .. letters.GetBytes(string.Join("\r\n", rows.Prepend(head)) + "\r\n")]);
}
