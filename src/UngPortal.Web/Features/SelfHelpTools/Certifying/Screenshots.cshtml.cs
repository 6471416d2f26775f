using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Kernel;
using UngPortal.Platform.Access;

namespace UngPortal.Features.SelfHelpTools.Certifying;

/// <summary>What a tool looks like: pictures of the media library, in order, each said in words.</summary>
[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor)]
public sealed class ScreenshotsModel(ToolDesk desk, ScreenshotShelf shelf) : PageModel
{
    [BindProperty(Name = "")]
    public ScreenshotForm Input { get; set; } = new();

    public Tool Tool { get; private set; } = null!;

    /// <summary>The pictures that the form names, by name; those that have left the library are not among them.</summary>
    public IReadOnlyDictionary<string, ScreenshotShelf.Picture> Known { get; private set; } = new Dictionary<string, ScreenshotShelf.Picture>();

    /// <summary>Pictures that could be added.</summary>
    public IReadOnlyList<ScreenshotShelf.Picture> Hits { get; private set; } = [];

    public IReadOnlyList<ScreenshotShelf.Change> History { get; private set; } = [];

    private bool IsEmpty => Input.Bilder.Count + Tool.Screenshots.Count == 0;

    public async Task<IActionResult> OnGetAsync(int id, bool gjort, CancellationToken cancellationToken)
    {
        ViewData["Flash"] = gjort ? "ToolDesk_Done" : null;
        if (!await OpenAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = new ScreenshotForm { Bilder = await shelf.RowsOfAsync(Tool, cancellationToken), Versjon = Tool.Version };
        return await ShowAsync(StatusCodes.Status200OK, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (!await OpenAsync(id, cancellationToken))
        {
            return NotFound();
        }

        await TakeAsync(cancellationToken);
        (await new ScreenshotForm.Validator(Known).ValidateAsync(Input, cancellationToken)).AddToModelState(ModelState);
        if (!ModelState.IsValid)
        {
            return await ShowAsync(StatusCodes.Status422UnprocessableEntity, cancellationToken);
        }

        if (Input.Versjon != Tool.Version || !(IsEmpty || await KeepAsync(cancellationToken)))
        {
            await OpenAsync(id, cancellationToken);
            Input.Versjon = Tool.Version;
            ModelState.AddModelError("", "ToolDesk_Overtaken");
            return await ShowAsync(StatusCodes.Status409Conflict, cancellationToken);
        }

        return LocalRedirect("~" + Input.Next($"/admin/verktoy/{id}/skjermbilder"));
    }

    /// <summary>A press in the picker: the page again with everything that was written, nothing saved.</summary>
    public async Task<IActionResult> OnPostChooseAsync(int id, CancellationToken cancellationToken)
    {
        if (!await OpenAsync(id, cancellationToken))
        {
            return NotFound();
        }

        ModelState.Clear();
        await TakeAsync(cancellationToken);
        Input.Move();
        return await ShowAsync(StatusCodes.Status200OK, cancellationToken);
    }

    private async Task TakeAsync(CancellationToken cancellationToken)
    {
        Known = await shelf.NamedAsync([.. Input.Names, .. Input.Velg], cancellationToken);
        Input.Take(Known);
    }

    private Task<bool> KeepAsync(CancellationToken cancellationToken)
    {
        Tool.Show([.. Input.Bilder.Select(row => (Known[row.Media!].Id, row.Alt.ToText()))], desk.Now);
        return desk.KeepAsync(Tool, ScreenshotShelf.Action, Input.Bilder.Count == 0 ? "none" : string.Join(", ", Input.Names), HttpContext.Staff, cancellationToken);
    }

    private async Task<PageResult> ShowAsync(int status, CancellationToken cancellationToken)
    {
        Known = await shelf.NamedAsync([.. Input.Names], cancellationToken);
        Hits = [.. (await shelf.FindAsync(Input.Sok, cancellationToken)).Where(hit => !Known.ContainsKey(hit.Name))];
        History = await shelf.HistoryAsync(Tool, cancellationToken);
        return new PageResult { StatusCode = status };
    }

    private async Task<bool> OpenAsync(int id, CancellationToken cancellationToken) => (Tool = (await desk.OpenAsync(id, cancellationToken))?.Tool!) is not null;
}
