<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

\OCP\Util::addScript('compagnon', 'compagnon-adventure');
?>
<div id="compagnon-adventure"<?php if (isset($_['playing'])) { ?> data-playing="<?php p($_['playing']); ?>"<?php } ?>></div>
