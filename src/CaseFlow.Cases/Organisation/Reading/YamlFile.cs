using System.Globalization;
using System.Resources;
using CaseFlow.Cases.Language;
using CaseFlow.Engine.Reading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace CaseFlow.Cases.Organisation.Reading;

/// <summary>One yaml file being read: what was wrong in it, by line, in Swedish and English. Reading goes on after a fault, so that all are shown at once.</summary>
internal sealed class YamlFile(string path)
{
    /// <summary>Longest file that is read, in characters.</summary>
    public const int MaxLength = 1_000_000;

    private const int MaxDepth = 20;

    private static readonly ResourceManager Texts = new("CaseFlow.Cases.Organisation.OrganisationTexts", typeof(YamlFile).Assembly);

    private readonly List<Finding> _findings = [];

    public IReadOnlyList<Finding> Findings => _findings;

    public bool HasErrors => _findings.Exists(f => f.Severity == FindingSeverity.Error);

    public string Path => path;

    /// <summary>The top mapping of the file; null, with a finding, when there is none. Anchors, tags and several documents are refused.</summary>
    public YamlMap? Open(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MaxLength)
        {
            Error(1, "YAML-TOO-LONG", "TooLong", MaxLength);
            return null;
        }

        try
        {
            if (!IsPlain(text))
                return null;
            var stream = new YamlStream();
            using var reader = new StringReader(text);
            stream.Load(reader);
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
                return new YamlMap(this, root, "");
            Error(1, "YAML-NO-MAPPING", "NoMapping");
        }
        catch (YamlException fault)
        {
            Error((int)fault.Start.Line, "YAML-UNREADABLE", "Unreadable", fault.InnerException?.Message ?? fault.Message);
        }

        return null;
    }

    public void Error(int line, string code, string textKey, params object?[] arguments) => Add(FindingSeverity.Error, line, code, textKey, arguments);

    public void Warning(int line, string code, string textKey, params object?[] arguments) => Add(FindingSeverity.Warning, line, code, textKey, arguments);

    private void Add(FindingSeverity severity, int line, string code, string textKey, object?[] arguments)
    {
        var text = BilingualText.From(Texts, "Yaml" + textKey, arguments);
        _findings.Add(new(severity, code, path, null, line, text.Sv, text.En));
    }

    /// <summary>Goes through the file without recursion before it is built as a tree: depth is bounded, and nothing may point elsewhere.</summary>
    private bool IsPlain(string text)
    {
        using var reader = new StringReader(text);
        var parser = new Parser(reader);
        var depth = 0;
        while (parser.MoveNext())
        {
            var line = (int)(parser.Current?.Start.Line ?? 1);
            depth += parser.Current?.NestingIncrease ?? 0;
            if (depth > MaxDepth)
            {
                Error(line, "YAML-TOO-DEEP", "TooDeep", MaxDepth);
                return false;
            }

            if (parser.Current is AnchorAlias || (parser.Current is NodeEvent node && (!node.Anchor.IsEmpty || !node.Tag.IsEmpty)))
            {
                Error(line, "YAML-ANCHOR", "Anchor");
                return false;
            }
        }

        return true;
    }

    public static bool TryDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}
