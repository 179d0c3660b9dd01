using System.Reflection;
using System.Text.Json.Nodes;

namespace CaseFlow.Web.Api.OpenApi;

/// <summary>The example of an operation: embedded files <c>Api/&lt;Subject&gt;/examples/&lt;name&gt;.request.json</c> and <c>.response.json</c>; either may be absent.</summary>
internal sealed record ExampleMetadata(string Name)
{
    private static readonly Assembly Assembly = typeof(ExampleMetadata).Assembly;

    public JsonNode? Request => Read("request");

    public JsonNode? Response => Read("response");

    private JsonNode? Read(string part)
    {
        var file = Assembly.GetManifestResourceNames().FirstOrDefault(n => n.EndsWith($".examples.{Name}.{part}.json", StringComparison.Ordinal));
        if (file is null)
            return null;
        using var stream = Assembly.GetManifestResourceStream(file);
        return stream is null ? null : JsonNode.Parse(stream);
    }
}

internal static class ExampleConvention
{
    /// <summary>What the OpenAPI document says of an operation: its id, the name of its embedded example, and its texts in Swedish and English.</summary>
    public static RouteHandlerBuilder Says(this RouteHandlerBuilder builder, string name, string example, string summary, string description) =>
        builder.WithName(name).WithExample(example).WithSummary(summary).WithDescription(description);

    /// <summary>Shows the embedded example of this name in the OpenAPI document.</summary>
    public static TBuilder WithExample<TBuilder>(this TBuilder builder, string name)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.Add(endpoint => endpoint.Metadata.Add(new ExampleMetadata(name)));
        return builder;
    }
}
