using CaseFlow.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddPages();
builder.AddSignIn();

var app = builder.Build();
app.UseShell();
app.MapShell();
await app.RunAsync();
