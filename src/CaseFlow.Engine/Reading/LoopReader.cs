using System.Globalization;
using System.Xml.Linq;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>Reads how an activity is multiplied.</summary>
internal static class LoopReader
{
    internal static void Read(ElementModel element, XElement source, FindingLog findings)
    {
        if (source.One("standardLoopCharacteristics") is { } loop)
            element.StandardLoop = Loop(loop, findings);
        if (source.One("multiInstanceLoopCharacteristics") is not { } multi)
            return;
        var extensions = new ExtensionReader(multi, findings);
        var own = extensions.MultiInstance();
        var settings = new MultiInstanceSettings
        {
            IsSequential = multi.Flag("isSequential", false),
            Cardinality = Expression(multi, "loopCardinality", findings),
            CompletionCondition = Expression(multi, "completionCondition", findings),
            Collection = own is null ? DataInput(multi, findings) : extensions.Optional(own, "collection"),
            ElementVariable = own?.Text("elementVariable") ?? multi.One("inputDataItem")?.Text("name"),
            OutputCollection = own?.Text("outputCollection"),
            OutputElement = own is null ? null : extensions.Optional(own, "outputElement"),
        };
        if (settings.Collection is null && settings.Cardinality is null && multi.One("loopCardinality") is null && own?.Text("collection") is null)
            findings.CannotRun(FindingCodes.Items, multi, element.Id);
        if (multi.Text("behavior") is { } behavior && behavior != "All")
            findings.CannotRun(FindingCodes.Unsupported, multi, "behavior " + behavior);
        if (multi.Text("behavior") is null or "All" && multi.One("complexBehaviorDefinition") is { } complex)
            findings.Error(FindingCodes.Forbidden, complex, element.Id, "complexBehaviorDefinition");
        if (settings.Cardinality is { } number && number.Text.StartsWith('-'))
            findings.CannotRun(FindingCodes.Items, multi, element.Id);
        element.MultiInstance = settings;
    }

    private static StandardLoopSettings Loop(XElement loop, FindingLog findings)
    {
        int? maximum = int.TryParse(loop.Text("loopMaximum"), NumberStyles.None, CultureInfo.InvariantCulture, out var most) ? most : null;
        if (loop.One("loopCondition") is null && maximum is null)
            findings.CannotRun(FindingCodes.RefMissing, loop, loop.NearestId(), "loopCondition");
        return new StandardLoopSettings(loop.Flag("testBefore", false), Expression(loop, "loopCondition", findings), maximum);
    }

    private static ModelExpression? Expression(XElement multi, string name, FindingLog findings) =>
        multi.One(name) is { } expression ? ExpressionReader.Content(expression, findings) : null;

    // The standard's own way: a reference to a data input, read as a variable of that name.
    private static ModelExpression? DataInput(XElement multi, FindingLog findings) =>
        multi.Content("loopDataInputRef") is { } reference ? ExpressionReader.Feel(reference, multi, findings) : null;
}
