using System.ComponentModel.DataAnnotations;

namespace UngPortal.Features.Questions.Snippets;

/// <summary>Which text blocks an editor wants to see.</summary>
public sealed class SnippetFilter
{
    [StringLength(Question.RoleMaxLength)]
    public string? Rolle { get; set; }

    [StringLength(10)]
    public string? Sprak { get; set; }

    public SnippetSection? Del { get; set; }

    /// <summary>Only those whose last day is over.</summary>
    public bool Utgatt { get; set; }

    public IQueryable<Snippet> Of(IQueryable<Snippet> all, DateOnly today)
    {
        all = string.IsNullOrEmpty(Rolle) ? all : all.Where(snippet => snippet.Role == Rolle);
        all = string.IsNullOrEmpty(Sprak) ? all : all.Where(snippet => snippet.Language == Sprak);
        all = Del is null ? all : all.Where(snippet => snippet.Section == Del);
        return Utgatt ? all.Where(snippet => snippet.ExpiresOn < today && snippet.RetiredAt == null) : all;
    }
}
