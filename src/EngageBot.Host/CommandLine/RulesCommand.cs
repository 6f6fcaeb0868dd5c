using System.CommandLine;

namespace EngageBot.Host.CommandLine;

/// <summary><c>engagebot rules export|import|check</c>: a community's rules as a file.</summary>
internal sealed class RulesCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "A file of rules (JSON)." };

    private readonly Argument<string?> _id = new("ID")
    {
        Description = "The community's id, as 'community list' shows it. May be left out where only one is known.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _output = new("--output") { Description = "Write to this file; left out, to the terminal." };

    public Command Create() => new("rules", "The rules of a community: what its moderators set, over those in the configuration.")
    {
        Export(), Import(), Check(),
    };

    private Command Export()
    {
        var export = new Command(
            "export",
            """
            Writes all rules that hold in a community, in the form that 'rules import' and 'replay --rules' take.

            Example: engagebot rules export 41771983423143937 --output rules.json
            """)
        {
            _id, _output,
        };
        export.SetAction((parsed, cancellationToken) => CommunityRun.RunAsync(
            (database, stop) => RulesRun.ExportAsync(database, parsed.GetValue(_id), parsed.GetValue(_output), stop), cancellationToken));
        return export;
    }

    private Command Import()
    {
        var import = new Command(
            "import",
            """
            Makes the rules of a community those of a file; what the file leaves out is as the configuration says. Says what changed. A file with a rule that is not
            known, out of range or in contradiction to another is refused with the reason, and nothing is changed. A bot that is running heeds a change within seconds;
            its moderators can take it back.

            Example: engagebot rules import rules.json 41771983423143937
            """)
        {
            _file, _id,
        };
        import.SetAction((parsed, cancellationToken) => CommunityRun.RunAsync(
            (database, stop) => RulesRun.ImportAsync(database, parsed.GetValue(_file)!, parsed.GetValue(_id), stop), cancellationToken));
        return import;
    }

    private Command Check()
    {
        var check = new Command(
            "check",
            """
            Says whether a file of rules can be used, and in which rules it differs from the configuration. Changes nothing.

            Example: engagebot rules check rules.json
            """)
        {
            _file,
        };
        check.SetAction((parsed, cancellationToken) => LiveRun.WithFaultsAsync(() => RulesRun.CheckAsync(parsed.GetValue(_file)!, cancellationToken)));
        return check;
    }
}
