using Lucene.Net.Store;

namespace UngPortal.Features.Search.Engine;

/// <summary>An index's files, mapped into memory where a query walks through them, plainly read where mapping would only make the process look large: in merges and for stored texts.</summary>
internal sealed class IndexDirectory(string folder) : MMapDirectory(new DirectoryInfo(folder), new SingleInstanceLockFactory())
{
    private const string StoredTexts = ".fdt";

    private readonly NIOFSDirectory plain = new(new DirectoryInfo(folder), NoLockFactory.GetNoLockFactory());

    public override IndexInput OpenInput(string name, IOContext context) =>
        IsPlain(name, context) ? plain.OpenInput(name, context) : base.OpenInput(name, context);

    public override IndexInputSlicer CreateSlicer(string name, IOContext context) =>
        IsPlain(name, context) ? plain.CreateSlicer(name, context) : base.CreateSlicer(name, context);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            plain.Dispose();
        }

        base.Dispose(disposing);
    }

    private static bool IsPlain(string name, IOContext context) =>
        context.Context == IOContext.UsageContext.MERGE || name.EndsWith(StoredTexts, StringComparison.Ordinal);
}
