using CaseFlow.Messaging;
using CaseFlow.Web.Api;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Verbs;

var builder = WebApplication.CreateBuilder(args);
if (Verb.IsIn(args))
    return await Verb.Run(args, builder.Configuration, Console.Out);

builder.AddProxy();
builder.AddStore();
builder.Services.AddMessaging(builder.Configuration);
builder.AddPages();
builder.AddSignIn();
builder.AddApi();

var app = builder.Build();
app.UseShell();
app.MapShell();
app.MapApi();
await app.RunAsync();
return 0;
