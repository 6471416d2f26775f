using System.Globalization;
using UngPortal.Features.Services;
using UngPortal.Kernel;

namespace UngPortal.Features.ServiceImports.Reading;

/// <summary>What a service costs: the options that hold today, or what it says of its fees in words. Free is what says so and has no conditions.</summary>
internal sealed class CostReading
{
    private static readonly string[] FreeWords = ["free", "free of charge", "no charge", "gratis", "kostnadsfritt"];

    private CostReading(LocalizedText cost, bool isFree) => (Cost, IsFree) = (cost, isFree);

    /// <summary>The price in words; empty when there is none.</summary>
    public LocalizedText Cost { get; }

    public bool IsFree { get; }

    /// <summary>Reads what stands under the portal's own name and under the common ones, which must agree.</summary>
    /// <param name="service">The service.</param>
    /// <param name="told">The facts that it has told under the portal's own name.</param>
    /// <param name="today">The day on which the options are to hold.</param>
    public static CostReading Read(ServicePart service, IReadOnlyCollection<string> told, DateOnly today)
    {
        var options = service.Parts("cost_options").Where(option => Holds(option, today)).ToList();
        var (field, said) = options.Count > 0 ? ("cost_options", string.Join("; ", options.Select(WordsOf).Where(words => words.Length > 0))) : FeesOf(service);
        var saysFree = options.Count > 0 ? options.TrueForAll(IsFreeOption) : IsFreeWord(said);
        var common = saysFree ? "" : said;
        if (!service.Has("x-cost"))
        {
            return Agreeing(service, common.Length > 0 ? new() { [Language.Bokmal.Code] = Within(service, field, common) } : [], saysFree, told);
        }

        var own = service.Localized("", "x-cost", Service.SaidMaxLength);
        if (common.Length > 0 && own.In(Language.Bokmal) != common)
        {
            service.Fail(ImportFaultKind.Disagrees, field, $"{field} / x-cost");
        }

        return Agreeing(service, own, saysFree, told);
    }

    private static CostReading Agreeing(ServicePart service, LocalizedText cost, bool saysFree, IReadOnlyCollection<string> told)
    {
        var isFree = saysFree || told.Contains(ToldFacts.Free);
        if ((isFree && cost.Count > 0) || (saysFree && service.Has("x-told") && !told.Contains(ToldFacts.Free)))
        {
            service.Fail(ImportFaultKind.Disagrees, service.Has("x-cost") ? "x-cost" : "cost_options", "x-told / cost");
        }

        return new(cost, isFree);
    }

    // HSDS 2.0 and before say "fees".
    private static (string Field, string Words) FeesOf(ServicePart service) => service.Text("fees_description") is { Length: > 0 } fees ? ("fees_description", fees) : ("fees", service.Text("fees"));

    private static string Within(ServicePart service, string field, string words)
    {
        if (words.Length > Service.SaidMaxLength)
        {
            service.Fail(ImportFaultKind.TextTooLong, field, $"{words.Length} > {Service.SaidMaxLength}");
        }

        return words;
    }

    private static bool Holds(ServicePart option, DateOnly today) =>
        !(option.Date("valid_from", DateOnly.MaxValue) > today) && !(option.Date("valid_to", DateOnly.MaxValue) < today);

    private static bool IsFreeOption(ServicePart option) => option.Text("x-fact") == ToldFacts.Free
        || (option.Text("amount_description").Length == 0 && (AmountOf(option) ?? 0) == 0 && (IsFreeWord(option.Text("option")) || (option.Text("option").Length == 0 && AmountOf(option) == 0)));

    private static bool IsFreeWord(string words) => FreeWords.Contains(words.TrimEnd('.', '!'), StringComparer.OrdinalIgnoreCase);

    private static decimal? AmountOf(ServicePart option) => decimal.TryParse(option.Text("amount"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : null;

    /// <summary>"Under 18: 35 GBP per hour", of what there is.</summary>
    private static string WordsOf(ServicePart option)
    {
        var (condition, amount) = (option.Text("option"), option.Text("amount"));
        var price = string.Join(' ', new[] { amount, amount.Length > 0 ? option.Text("currency").ToUpperInvariant() : "", option.Text("amount_description") }.Where(part => part.Length > 0));
        return condition.Length > 0 && price.Length > 0 ? $"{condition}: {price}" : condition + price;
    }
}
