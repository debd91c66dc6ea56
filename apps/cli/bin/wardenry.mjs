#!/usr/bin/env node
import '../../../tools/bootstrap/wardenry.mjs';
