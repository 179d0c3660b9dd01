using System.Xml.Linq;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>Reads one process: first all flow nodes, then what they say, then the flows between them.</summary>
internal sealed class ProcessReader
{
    private readonly XElement _source;
    private readonly FindingLog _findings;
    private readonly ProcessModel _process;
    private readonly ElementReader _elementReader;
    private readonly List<(ElementModel Element, XElement Source)> _elements = [];
    private readonly List<(XElement Source, ElementModel? Parent)> _flows = [];
    private readonly Dictionary<string, ElementModel> _byId = [];

    private ProcessReader(XElement source, string id, RootElements roots, FindingLog findings, bool isExecutable)
    {
        _source = source;
        _findings = findings;
        var extensions = new ExtensionReader(source, findings);
        _process = new ProcessModel(id, source.Text("name"), findings.File, source.Line(), isExecutable)
        {
            NameEn = extensions.EnglishName(),
            Documentation = source.Content("documentation"),
            DocumentationEn = extensions.EnglishDocumentation(),
        };
        _elementReader = new ElementReader(roots, findings);
    }

    internal static ProcessModel Read(XElement source, RootElements roots, FindingLog findings)
    {
        if (source.Id() is not { } id)
        {
            findings.Error(FindingCodes.IdMissing, source, "process");
            id = "";
        }

        return new ProcessReader(source, id, roots, findings, source.Flag("isExecutable", false)).Read();
    }

    /// <summary>Reads a task that other processes call (BPMN 2.0.2, section 10.3.6): a process with nothing else in it.</summary>
    internal static ProcessModel ReadGlobalTask(XElement source, ElementKind kind, RootElements roots, FindingLog findings)
    {
        var reader = new ProcessReader(source, source.Id() ?? "", roots, findings, isExecutable: true);
        reader.CollectNode(source, kind, null);
        return reader.Finish();
    }

    private ProcessModel Read()
    {
        Collect(_source, null);
        return Finish();
    }

    private ProcessModel Finish()
    {
        foreach (var (element, source) in _elements)
            _elementReader.Read(element, source);
        Attach();
        var flows = ReadFlows();
        ReadLanes();
        Nest();
        LinkReader.Join(_elements, _findings);
        CompensationReader.Join(_source, _elements, _findings);
        _process.Seal([.. _elements.Select(e => e.Element)], flows);
        return _process;
    }

    private void Collect(XElement container, ElementModel? parent)
    {
        foreach (var source in container.Elements())
        {
            if (ElementKinds.IsFlowNode(source, out var kind))
                CollectNode(source, kind, parent);
            else if (source.Name == Xml.Bpmn + "sequenceFlow")
                _flows.Add((source, parent));
            else if (ElementKinds.IsNotSupported(source))
                _findings.CannotRun(FindingCodes.Unsupported, source, source.Name.LocalName);
            else if (!ElementKinds.IsKept(source) && !IsPartOfContainer(source, parent))
                _findings.Error(FindingCodes.UnknownElement, source, source.Name.LocalName);
        }
    }

    private static bool IsPartOfContainer(XElement source, ElementModel? parent) =>
        parent is not null && source.IsBpmn()
        && source.Name.LocalName is "incoming" or "outgoing" or "multiInstanceLoopCharacteristics" or "standardLoopCharacteristics" or "completionCondition";

    private void CollectNode(XElement source, ElementKind kind, ElementModel? parent)
    {
        var id = source.Id();
        if (id is null)
            _findings.Error(FindingCodes.IdMissing, source, source.Name.LocalName);
        var element = new ElementModel(_elements.Count, id ?? "", kind, source.Line(), _process, parent);
        _elements.Add((element, source));
        if (id is not null)
            _byId.TryAdd(id, element);
        if (kind.IsContainer())
            Collect(source, element);
    }

    private void Attach()
    {
        var boundaries = new Dictionary<ElementModel, List<ElementModel>>();
        foreach (var (element, source) in _elements.Where(e => e.Element.Kind == ElementKind.BoundaryEvent))
        {
            var host = Xml.Ref(source.Text("attachedToRef")) is { } id ? _byId.GetValueOrDefault(id) : null;
            if (host is null || !host.Kind.IsActivity() || host.Parent != element.Parent)
            {
                _findings.Error(FindingCodes.BoundaryHost, source, element.Id, source.Text("attachedToRef"));
                continue;
            }

            element.AttachedTo = host;
            if (!boundaries.TryGetValue(host, out var list))
                boundaries.Add(host, list = []);
            list.Add(element);
        }

        foreach (var (host, list) in boundaries)
            host.Boundary = [.. list];
    }

    private FlowModel[] ReadFlows()
    {
        var flows = new List<FlowModel>();
        foreach (var (source, parent) in _flows)
        {
            if (source.Attribute("isImmediate") is not null)
                _findings.CannotRun(FindingCodes.Forbidden, source, source.Id(), "isImmediate");
            var from = End(source, "sourceRef");
            var to = End(source, "targetRef");
            if (source.Id() is not { } id)
                _findings.Error(FindingCodes.IdMissing, source, "sequenceFlow");
            else if (from is not null && to is not null && IsInScope(source, from, to, parent))
                flows.Add(new FlowModel(flows.Count, id, source.Text("name"), source.Line(), from, to, Condition(source), source.One("conditionExpression") is not null));
        }

        var outgoing = flows.ToLookup(f => f.Source);
        var incoming = flows.ToLookup(f => f.Target);
        foreach (var (element, source) in _elements)
        {
            (element.OutgoingFlows, element.IncomingFlows) = ([.. outgoing[element]], [.. incoming[element]]);
            ReadDefault(element, source);
            if (element.Kind.IsGateway())
                FlowRules.CheckDirection(element, source, _findings);
        }

        return [.. flows];
    }

    private ElementModel? End(XElement flow, string attribute)
    {
        var id = Xml.Ref(flow.Text(attribute));
        if (id is not null && _byId.TryGetValue(id, out var element))
            return element;
        _findings.Error(FindingCodes.FlowDangling, flow, flow.Id(), id ?? attribute);
        return null;
    }

    private bool IsInScope(XElement flow, ElementModel from, ElementModel to, ElementModel? parent)
    {
        if (from.Parent == parent && to.Parent == parent)
            return true;
        _findings.Error(FindingCodes.FlowAcrossScopes, flow, flow.Id());
        return false;
    }

    private ModelExpression? Condition(XElement flow) =>
        flow.One("conditionExpression") is { } condition ? ExpressionReader.Content(condition, _findings) : null;

    private void ReadDefault(ElementModel element, XElement source)
    {
        if (Xml.Ref(source.Text("default")) is not { } id)
            return;
        element.DefaultFlow = Array.Find(element.OutgoingFlows, f => f.Id == id);
        if (element.DefaultFlow is null)
            _findings.Error(FindingCodes.DefaultUnknown, source, id, element.Id);
    }

    private void ReadLanes()
    {
        var lanes = new List<string>();
        foreach (var lane in _source.Descendants(Xml.Bpmn + "lane"))
        {
            var name = lane.Text("name") ?? lane.Id() ?? "";
            var english = new ExtensionReader(lane, _findings).EnglishName();
            if (lane.One("childLaneSet") is null)
                lanes.Add(name);
            // Document order: an inner lane comes after the lane around it and wins.
            foreach (var reference in lane.All("flowNodeRef"))
            {
                if (Xml.Ref(reference.Value.Trim()) is { } id && _byId.TryGetValue(id, out var element))
                    (element.LaneName, element.LaneNameEn) = (name, english);
            }
        }

        // The same people may have a lane in the process and in a sub-process.
        _process.Lanes = [.. lanes.Distinct(StringComparer.Ordinal)];
        foreach (var (element, _) in _elements.Where(e => e.Element.LaneName is null))
            (element.LaneName, element.LaneNameEn) = (element.Parent?.LaneName, element.Parent?.LaneNameEn);
    }

    // Inner sub-processes come after the outer in document order, so they are filled first.
    private void Nest()
    {
        var children = _elements.Select(e => e.Element).Where(e => e.Parent is not null).ToLookup(e => e.Parent);
        foreach (var (element, _) in Enumerable.Reverse(_elements))
        {
            if (element.Kind.IsContainer())
                element.Content = ScopeContent.Of(children[element]);
        }
    }
}
