using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using UngPortal.Kernel;

namespace UngPortal.Features.Shared;

/// <summary>A date as people read it, and as machines do.</summary>
/// <remarks>Written straight to the page: as a part of its own it would cost more than all that it says.</remarks>
public sealed class DateElement(Language language, DateOnly date) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<time datetime=\"");
        writer.Write(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        writer.Write("\">");
        encoder.Encode(writer, language.Date(date));
        writer.Write("</time>");
    }
}
