using UngPortal.Features;
using UngPortal.Platform;
using UngPortal.Platform.Media.Pictures;
using UngPortal.Platform.Web;

if (PictureCommand.IsAskedFor(args))
{
    return PictureCommand.Run(args);
}

var builder = WebApplication.CreateBuilder(PortalStart.Options(args));
builder.AddPlatform();
builder.AddFeatures();

var app = builder.Build();
app.UsePlatform();
app.MapFeatures();
return await app.RunPortalAsync(args);
