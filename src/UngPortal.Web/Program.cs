using UngPortal.Features;
using UngPortal.Platform;

var builder = WebApplication.CreateBuilder(args);
builder.AddPlatform();
builder.AddFeatures();

var app = builder.Build();
app.UsePlatform();
await app.RunAsync();
