using UngPortal.Testing;

namespace UngPortal.Tests.Features.Importing;

/// <summary>The site with an empty database and nothing imported.</summary>
public sealed class EmptySite : PortalApp
{
    public EmptySite() => With("Content:ImportAtStart", "false");

    protected override TestDatabase CreateDatabase() => TestDatabase.Empty();
}
