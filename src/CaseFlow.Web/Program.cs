using CaseFlow.Messaging;
using CaseFlow.Web.Api;
using CaseFlow.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddStore();
builder.Services.AddMessaging(builder.Configuration);
builder.AddPages();
builder.AddSignIn();
builder.AddApi();
builder.Services.AddMessaging(builder.Configuration);

var app = builder.Build();
app.UseShell();
app.MapShell();
app.MapApi();
await app.RunAsync();
