namespace UngPortal.Features.ServiceImports.Reading;

/// <summary>The tables of HSDS that are read, by the names that its versions give their files, and what each row belongs to.</summary>
internal static class TableNames
{
    /// <summary>For each table: its files’ names, where its rows hang, and under which name.</summary>
    public static readonly IReadOnlyList<(string Table, string[] Files, (string Column, string Parent)[] Parents, string Property)> Parts =
    [
        ("taxonomy_term", ["taxonomy_terms", "taxonomy_term", "taxonomy"], [], ""),
        ("organization", ["organizations", "organization"], [], ""),
        ("location", ["locations", "location"], [], ""),
        ("address", ["addresses", "address", "physical_addresses", "physical_address"], [("location_id", "location")], "addresses"),
        ("accessibility", ["accessibility", "accessibility_for_disabilities"], [("location_id", "location")], "accessibility"),
        ("service_at_location", ["service_at_location", "service_at_locations", "services_at_location"], [("service_id", "service")], "service_at_locations"),
        ("phone", ["phones", "phone"], [("service_id", "service"), ("location_id", "location"), ("service_at_location_id", "service_at_location")], "phones"),
        ("language", ["languages", "language"], [("service_id", "service"), ("location_id", "location"), ("phone_id", "phone")], "languages"),
        ("cost_option", ["cost_options", "cost_option"], [("service_id", "service")], "cost_options"),
        ("schedule", ["schedules", "schedule", "regular_schedules", "regular_schedule"], [("service_id", "service"), ("location_id", "location"), ("service_at_location_id", "service_at_location")], "schedules"),
        ("holiday_schedule", ["holiday_schedules", "holiday_schedule"], [("service_id", "service"), ("location_id", "location"), ("service_at_location_id", "service_at_location")], "holiday_schedules"),
        ("eligibility", ["eligibility", "eligibilities", "eligibilitys"], [("service_id", "service")], "eligibilities"),
        ("service_area", ["service_areas", "service_area"], [("service_id", "service")], "service_areas"),
        ("attribute", ["attributes", "attribute", "service_attributes", "service_attribute", "service_taxonomy", "services_taxonomy", "other_attributes", "other_attribute"], [("link_id", "service"), ("service_id", "service")], "attributes"),
    ];

    public static readonly string[] Services = ["services", "service"];

    /// <summary>What a column was called before HSDS 3.0, by table.</summary>
    public static readonly IReadOnlyList<(string Table, string Before, string Now)> Renamed = [("service_area", "service_area", "name"), ("taxonomy_term", "term", "name"), ("schedule", "weekday", "byday")];

    /// <summary>Whether a term hangs on something else than a service, and says so.</summary>
    public static bool IsOfAnother(string table, string file, CsvTable.Row row) =>
        table == "attribute" && (row["link_entity"].Length > 0 || !file.StartsWith("other_", StringComparison.OrdinalIgnoreCase) ? row["link_entity"] is not ("" or "service") : row["link_type"] is not ("" or "service"));

    /// <summary>Where the tables stand that hang on something else than a service, such as an organisation: their rows are left alone.</summary>
    public static readonly string[] OtherParents = ["organization_id", "contact_id"];
}
