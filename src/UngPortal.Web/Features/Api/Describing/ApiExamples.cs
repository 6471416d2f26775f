using System.Text.Json.Nodes;

namespace UngPortal.Features.Api.Describing;

/// <summary>A short example for each answer, cut down to what says most.</summary>
internal static class ApiExamples
{
    private const string Service = """{"id":"b5a3a1c0-5d0e-5a0f-8c7e-0d6b1b1f0a01","name":"Police 112","status":"active","url":"https://www.politiet.no/","assured_date":"2026-09-09","x-slug":"112-politi","x-page":"https://ungportal.no/en/tjenester/112-politi","x-live":{"state":"open","text":"Open day and night"},"x-source":{"name":"https://www.politiet.no/","checked_on":"2026-09-09"}}""";
    private const string Organization = """{"id":"b5a3a1c0-5d0e-5a0f-8c7e-0d6b1b1f0a02","name":"Oslo municipality","description":"A municipality in Oslo.","website":"https://www.oslo.kommune.no"}""";
    private const string Location = """{"id":"b5a3a1c0-5d0e-5a0f-8c7e-0d6b1b1f0a03","location_type":"physical","name":"Helsestasjon for ungdom","latitude":59.92,"longitude":10.57,"x-precision":"post-place"}""";
    private const string AtLocation = """{"id":"b5a3a1c0-5d0e-5a0f-8c7e-0d6b1b1f0a04","service_id":"b5a3a1c0-5d0e-5a0f-8c7e-0d6b1b1f0a01","location_id":"b5a3a1c0-5d0e-5a0f-8c7e-0d6b1b1f0a03"}""";
    private const string Taxonomy = """{"id":"b5a3a1c0-5d0e-5a0f-8c7e-0d6b1b1f0a05","name":"Topics","description":"What the service is about.","version":"1"}""";
    private const string Term = """{"id":"b5a3a1c0-5d0e-5a0f-8c7e-0d6b1b1f0a06","code":"hfu","name":"Youth health clinic","description":"Free health care for young people.","taxonomy":"Type of place","taxonomy_id":"b5a3a1c0-5d0e-5a0f-8c7e-0d6b1b1f0a05","language":"en"}""";

    public static JsonNode? Of(string operation) => operation switch
    {
        "about" => JsonNode.Parse("""{"version":"3.0","profile":"https://ungportal.no/api","openapi_url":"https://ungportal.no/api/v1/openapi.json","x-licences":[]}"""),
        "listServices" => Page(Service),
        "getService" => JsonNode.Parse(Service),
        "listOrganizations" => Page(Organization),
        "getOrganization" => JsonNode.Parse(Organization),
        "listLocations" => Page(Location),
        "getLocation" => JsonNode.Parse(Location),
        "listServiceAtLocations" => Page(AtLocation),
        "getServiceAtLocation" => JsonNode.Parse(AtLocation),
        "listTaxonomies" => Page(Taxonomy),
        "getTaxonomy" => JsonNode.Parse(Taxonomy),
        "listTaxonomyTerms" => Page(Term),
        "getTaxonomyTerm" => JsonNode.Parse(Term),
        _ => null,
    };

    private static JsonNode? Page(string one) => JsonNode.Parse("""{"total_items":1,"total_pages":1,"page_number":1,"size":1,"first_page":true,"last_page":true,"empty":false,"contents":[""" + one + "]}");
}
