using Microsoft.Extensions.Options;

namespace EngageBot.Host.Storage;

[OptionsValidator]
internal sealed partial class DatabaseOptionsValidator : IValidateOptions<DatabaseOptions>;
