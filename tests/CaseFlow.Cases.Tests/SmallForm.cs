using CaseFlow.Engine.Model;

namespace CaseFlow.Cases.Tests;

/// <summary>Small forms, written as little as possible: what a field is called is also what it is labelled.</summary>
internal static class SmallForm
{
    public static SourceFile File(string path, params string[] fields) =>
        new(path, $$"""{ "type": "default", "components": [ {{string.Join(", ", fields)}} ] }""");

    public static string Words(string key) => $$"""{ "type": "textarea", "key": "{{key}}", {{Label(key)}} }""";

    public static string Day(string key) => $$"""{ "type": "datetime", "subtype": "date", "key": "{{key}}", {{Label(key)}} }""";

    public static string Choice(string key, params string[] values) =>
        $$"""{ "type": "radio", "key": "{{key}}", {{Label(key)}}, "values": [ {{string.Join(", ", values.Select(Value))}} ] }""";

    private static string Label(string key) => $$""" "label": "{{key}}", "properties": { "labelEn": "{{key}}" }""";

    private static string Value(string value) => $$"""{ "value": "{{value}}", "label": "{{value}}", "labelEn": "{{value}}" }""";
}
