namespace UngPortal.Features.Shared;

/// <summary>The id of a form's field: its name, without the brackets of a row of a list.</summary>
public static class FieldId
{
    public static string Of(string name) => name.Replace('[', '-').Replace("].", "-", StringComparison.Ordinal);
}
