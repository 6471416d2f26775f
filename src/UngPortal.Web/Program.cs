using UngPortal.Features;
using UngPortal.Platform;
using UngPortal.Platform.Web;

var builder = WebApplication.CreateBuilder(PortalStart.Options(args));
builder.AddPlatform();
builder.AddFeatures();

var app = builder.Build();
app.UsePlatform();
app.MapFeatures();
return await app.RunPortalAsync(args);
