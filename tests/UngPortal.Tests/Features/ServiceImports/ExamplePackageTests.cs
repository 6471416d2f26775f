using System.Text;
using UngPortal.Features.ServiceImports;
using UngPortal.Features.ServiceImports.Reading;

namespace UngPortal.Tests.Features.ServiceImports;

/// <summary>Files in the shapes of the examples of HSDS 3.0: a service is read, whatever else it is among; files without one say what is missing.</summary>
public sealed class ExamplePackageTests
{
    private const string Service = """{"id":"ac1","name":"Samtaletilbud","url":"http://eksempel.invalid/","status":"active","minimum_age":12,"maximum_age":100,"assured_date":"2005-01-01","phones":[{"id":"p1","number":"\"+44 1234 234567\"","extension":100,"type":"voice"}],"schedules":[{"id":"s1","dtstart":"2005-01-01","timezone":3,"count":3,"freq":"WEEKLY","interval":1,"byday":"TH,FR","byweekno":"41,42","opens_at":"10:00:00","closes_at":"18:00:00"}]}""";
    private static readonly ServiceTerms Terms = new(new Dictionary<string, string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), null, "prøve", new DateOnly(2026, 11, 23));

    [Theory]
    [InlineData(Service)]
    [InlineData($$"""{"total_items":10,"page_number":1,"first_page":true,"contents":[{{Service}}]}""")]
    [InlineData($$"""{"id":"o1","name":"Organisasjonen","tax_status":"x","services":[{{Service}}]}""")]
    public void AService_OfTheExamples_IsReported_FieldByField(string text)
    {
        var row = ServiceReading.Read(Assert.Single(PackageReader.Read([File("eksempel.json", text)])), Terms);

        Assert.Equal("Samtaletilbud", row.Name);
        Assert.Equal(
            [(ImportFaultKind.NoMunicipality, "service_areas"), (ImportFaultKind.NoType, "attributes"), (ImportFaultKind.BadCount, "count")],
            row.Faults.Select(at => (at.Fault.Kind, at.Fault.Column)).Distinct().OrderBy(pair => pair.Kind == ImportFaultKind.BadCount).ThenBy(pair => pair.Kind == ImportFaultKind.NoType));
    }

    [Theory]
    [InlineData("""{"version":"3.0","openapi_url":"https://eksempel.invalid/"}""")]
    [InlineData("""{"id":"l1","location_type":"physical","name":"Huset","latitude":100}""")]
    [InlineData("""{"contents":[{"id":"t1","name":"Tema","taxonomy":"x"},{"id":"t2","name":"Tema to"}]}""")]
    [InlineData("""{"contents":[{"id":"sl","location":{"id":"l"},"service":{"id":"s","status":"active"}}]}""")]
    [InlineData("""{"organizations.csv":[{"id":"o1"}],"services.csv":[{"id":"s1","status":"active"}]}""")]
    public void AFile_WithoutServices_SaysWhatIsMissing(string text) =>
        Assert.Equal("Import_NotServices", Assert.Throws<UnreadablePackageException>(() => PackageReader.Read([File("eksempel.json", text)])).TextKey);

    [Fact]
    public void TheTables_OfTheExamples_AreReadWithAllThatHangsTogether()
    {
        var items = PackageReader.Read(
        [
            File("datapackage.json", "{}"), File("organizations.csv", "id,name\no1,Org\n"), File("services.csv", "id,organization_id,name,status,minimum_age\ns1,o1,Samtaletilbud,active,12\n"),
            File("locations.csv", "id,location_type,latitude,longitude\nl1,physical,100,101\n"), File("service_at_location.csv", "id,service_id,location_id\nx1,s1,l1\n"),
            File("phones.csv", "id,location_id,service_id,organization_id,contact_id,service_at_location_id,number\np1,l1,s1,o1,k1,x1,22 40 00 40\np2,,,o1,,,22 40 00 41\n"),
            File("taxonomy_terms.csv", "id,code,name\nt1,code,name\n"), File("attributes.csv", "id,link_id,taxonomy_term_id\na1,ukjent,t1\n"),
        ]);

        Assert.Equal([("services.csv", 2, null), ("attributes.csv", 2, ImportFaultKind.Orphan)], items.Select(item => (item.File, item.Line, item.Fault?.Kind)));
        Assert.Equal("link_id", items[1].Fault!.Column);
        var row = ServiceReading.Read(items[0], Terms);
        Assert.Contains(row.Faults, at => (at.File, at.Line, at.Fault.Kind, at.Fault.Column) == ("locations.csv", 2, ImportFaultKind.BadPoint, "latitude"));
    }

    private static PackageFile File(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));
}
